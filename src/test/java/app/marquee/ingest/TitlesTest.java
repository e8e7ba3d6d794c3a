package app.marquee.ingest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TitlesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Pad Man                    | Padman
			Bāhubali 2: The Conclusion | Baahubali 2 - Conclusion
			Stone: Chapter Two         | Stone 2
			Stone, Part II             | Stone: Part 2
			Stone: Volume I            | Stone Vol. 1
			Rain & Snow                | Rain and Snow
			Fog 3D                     | Fog
			Fog: The Movie             | Fog
			B. A. Pass                 | B.A. Pass
			The Fog                    | Fog, The
			""")
	void givesOneKeyToSpellingsOfOneTitle(String one, String other) {
		assertThat(Titles.key(one)).isEqualTo(Titles.key(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Stone          | Stone 2
			Stone: Part II | Stone: Part III
			I, Robot       | Robot
			Malcolm X      | Malcolm 10
			V              | 5
			Fog 2002       | Fog 2022
			11:11          | 1
			""")
	void keepsTitlesApartThatAreTwo(String one, String other) {
		assertThat(Titles.key(one)).isNotEqualTo(Titles.key(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The Movie | movie
			And       | and
			3D        | 3d
			東京物語    | 東京物語
			!!!       | !!!
			""")
	void neverLeavesATitleWithoutAKey(String title, String key) {
		assertThat(Titles.key(title)).isEqualTo(key);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Harbour: A Film of the Sea      | harbour
			Harbour - A Film of the Sea     | harbour
			Harbour (New and Selected)      | harbour
			Spider-Man                      | -
			Harbour                         | -
			Me: The Film                    | -
			""")
	void knowsWhatStandsInFrontOfASubtitle(String title, String head) {
		assertThat(Titles.head(title)).isEqualTo(head);
	}

}
