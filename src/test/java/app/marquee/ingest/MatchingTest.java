package app.marquee.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small catalogue and a small list that speaks of it as real lists do: the rule finds
 * what can be found, doubts what can be doubted, and is never wrong.
 */
class MatchingTest {

	/** Id, title, other title, year, minutes, genre, votes. */
	private static final String CATALOGUE = """
			1  | The Salt Road                  |                | 2012 | 104 | Drama       | 90000
			2  | The Salt Road                  |                | 2012 |     | Documentary |
			3  | Lantern                        |                | 2014 | 95  | Thriller    | 41000
			4  | The Lantern                    |                | 2014 | 93  | Thriller    | 60
			5  | Nine Rooms                     |                | 2015 |     | Horror      | 800
			6  | Baadshah Bhavan                |                | 2016 | 150 | Drama       | 3000
			7  | Winterreise                    | Winter Journey | 2013 | 88  | Drama       | 700
			8  | Stone Kings: Part II           |                | 2017 | 121 | Action      | 200000
			9  | Stone Kings                    |                | 2015 | 118 | Action      | 250000
			10 | Harbour Lights: A Year at Sea  |                | 2011 | 77  | Documentary | 90
			11 | The Man Who Counted the Clouds |                | 2018 |     | Comedy      | 12000
			12 | Echo                           |                | 2010 | 90  | Drama       | 40
			13 | Echo                           |                | 2011 | 91  | Drama       | 55
			14 | Paper Boats                    |                | 2019 |     | Family      |
			15 | Paper Boats                    |                | 1979 | 99  | Drama       | 500
			""";

	/** What is meant, title, year, minutes, genre; 0: a film that is not there. */
	private static final String LIST = """
			1  | Salt Road, The                 | 2012 |     | Drama
			2  | The Salt Road                  | 2012 | 51  | Documentary
			3  | Lantern                        | 2014 |     | Thriller
			5  | 9 Rooms                        | 2015 |     | Horror
			6  | Badshah Bhawan                 | 2016 | 150 | Drama
			6  | Baadshahbhavan                 | 2017 | 151 | Drama
			7  | Winter Journey                 | 2014 | 87  | Drama
			8  | Stone Kings 2                  | 2017 |     | Action
			9  | Stone Kings                    | 2015 |     | Action
			0  | Stone Kings: The Fallen Throne | 2015 | 60  | Action
			10 | Harbour Lights                 | 2011 | 77  | Documentary
			11 | Man Who Counted the Clouds     | 2019 |     | Comedy
			12 | Echo                           | 2010 | 90  | Drama
			0  | Echo                           | 2014 | 92  | Drama
			13 | Echo                           | 2011 |     | Drama
			14 | Paper Boats                    | 2020 | 85  | Family
			0  | Paper Boats                    | 2001 | 20  | Animation
			0  | Nine                           | 2015 | 85  | Horror
			0  | Lantern                        | 2014 | 12  | Animation
			""";

	@Test
	void findsWhatCanBeFoundAndIsNeverWrong() {
		Map<Long, Candidate> catalogue = catalogue();
		List<String> found = new ArrayList<>();
		List<String> missed = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		LIST.lines().map(MatchingTest::cells).forEach((cells) -> {
			String line = String.join(" ", cells);
			Match match = MatchRule.decide(record(cells), catalogue.values());
			if (match.kind() != Match.Kind.FOUND) {
				(cells[0].equals("0") ? found : missed).add(line);
			}
			else {
				(match.films().get(0) == Long.parseLong(cells[0]) ? found : wrong).add(line);
			}
		});

		assertThat(wrong).isEmpty();
		assertThat(missed).as("another spelling that no key knows").containsExactly("6 Badshah Bhawan 2016 150 Drama");
		assertThat(found).hasSize(18);
	}

	private static FilmRecord record(String[] cells) {
		FilmRecords record = film(cells[1]).of(Integer.parseInt(cells[2])).genre(cells[4]).rated("7.0", 10);
		Integer minutes = number(cells[3]);
		return ((minutes != null) ? record.minutes(minutes) : record).record();
	}

	private static Map<Long, Candidate> catalogue() {
		Map<Long, Candidate> films = new TreeMap<>();
		CATALOGUE.lines().map(MatchingTest::cells).forEach((cells) -> {
			Candidate film = new Candidate(Long.parseLong(cells[0]), number(cells[3]), number(cells[4]),
					(cells.length > 6) ? number(cells[6]) : null);
			film.titles.add(cells[1]);
			film.titles.add(cells[2]);
			film.genres.add(cells[5]);
			films.put(film.film, film);
		});
		return films;
	}

	private static String[] cells(String line) {
		return line.strip().split("\\s*\\|\\s*");
	}

	private static @Nullable Integer number(String cell) {
		return cell.isEmpty() ? null : Integer.valueOf(cell);
	}

}
