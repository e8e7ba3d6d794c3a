package app.marquee.search;

import app.marquee.web.BadParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilmFilterTest {

	private static final String ALL = "/films?q=david&genre=comedy&genre=drama&score=7&score=8&runtime=60-90"
			+ "&certificate=NR&certificate=R&provider=hbo-max&provider=netflix&from=1990&to=2005"
			+ "&min-runtime=80&max-runtime=120&min-rating=6&region=CA" + "&sort=votes&page=2";

	@Test
	void writesTheAddressThatItWasReadFrom() {
		assertThat(filter(ALL).href()).isEqualTo(ALL);
		assertThat(filter("/films").href()).isEqualTo("/films");
		assertThat(filter("/films?decade=unknown").href()).isEqualTo("/films?decade=unknown");
	}

	@ParameterizedTest
	@CsvSource({ "genre=drama&genre=comedy&genre=drama, genre=comedy&genre=drama", "page=1&sort=rating, ''",
			"q=david&sort=relevance, q=david", "sort=relevance, ''", "q=++two+++words+, q=two+words",
			"region=ca, region=CA", "genre=Drama&provider=NETFLIX, genre=drama&provider=netflix",
			"provider=netflix&region=ca, provider=netflix&region=CA", "genre=&decade=&q=, ''",
			"min-rating=7&q=david, q=david&min-rating=7", "unknown=1, ''" })
	void writesOneAddressForOneList(String asked, String canonical) {
		assertThat(filter("/films?" + asked).href()).isEqualTo(canonical.isEmpty() ? "/films" : "/films?" + canonical);
	}

	@Test
	void encodesWhatWouldMeanSomethingInAnAddress() {
		assertThat(FilmFilter.words("a&b=c #d").href()).startsWith("/films?q=a%26b%3Dc+%23d");
	}

	@Test
	void takesAGenreInAndOut() {
		assertThat(filter("/films").toggle(Facet.GENRE, "drama").href()).isEqualTo("/films?genre=drama");
		assertThat(filter("/films?genre=drama").toggle(Facet.GENRE, "comedy").href())
			.isEqualTo("/films?genre=comedy&genre=drama");
		assertThat(filter("/films?genre=comedy&genre=drama").toggle(Facet.GENRE, "comedy").href())
			.isEqualTo("/films?genre=drama");
	}

	@Test
	void putsADecadeInPlaceOfYearsAndPointsInPlaceOfALeastRating() {
		assertThat(filter("/films?from=1990&to=1999").toggle(Facet.DECADE, "2010").href())
			.isEqualTo("/films?decade=2010");
		assertThat(filter("/films?min-rating=8").toggle(Facet.SCORE, "7").href()).isEqualTo("/films?score=7");
		assertThat(filter("/films?max-runtime=89").toggle(Facet.RUNTIME, "long").href())
			.isEqualTo("/films?runtime=long");
		assertThat(filter("/films?decade=1990&from=1990").toggle(Facet.DECADE, "1990").href())
			.isEqualTo("/films?from=1990");
	}

	@Test
	void beginsAgainAtTheFirstPageWheneverSomethingChanges() {
		FilmFilter second = filter("/films?genre=drama&page=2");

		for (Facet facet : Facet.values()) {
			assertThat(second.toggle(facet, "x").page()).as("%s", facet).isOne();
		}
		assertThat(second.noLimits(Facet.DECADE).page()).isOne();
		assertThat(second.in("CA").page()).isOne();
		assertThat(second.order(FilmFilter.Order.TITLE).page()).isOne();
		assertThat(second.query(FilmQuery.of("x")).page()).isOne();
		assertThat(second.unfiltered().page()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			year:1990..1999 alien        ; q=alien&from=1990&to=1999
			year:1990-1999               ; from=1990&to=1999
			year:1994                    ; from=1994&to=1994
			year:1990s                   ; decade=1990
			year:>1990                   ; from=1991
			year:<=1990                  ; to=1990
			year:1990..                  ; from=1990
			decade:90s                   ; decade=1990
			decade:10s                   ; decade=2010
			decade:30s                   ; decade=1930
			genre:horror sam neill       ; q=sam+neill&genre=horror
			genre:horror genre:comedy    ; genre=comedy&genre=horror
			genre:"Science Fiction"      ; genre=science-fiction
			genre:sci-fi                 ; genre=science-fiction
			genre: horror                ; genre=horror
			genre:horror,comedy          ; genre=comedy&genre=horror
			genre:,                      ; q=%2C
			genre: -horror               ; q=genre%3A+-horror
			year: genre:horror           ; q=year%3A&genre=horror
			-genre:horror,comedy         ; q=-genre%3Ahorror%2Ccomedy
			year: 1999 alien             ; q=alien&from=1999&to=1999
			year:90s                     ; decade=1990
			title: horror                ; q=title%3A+horror
			genre:romcom                 ; genre=comedy&genre=romance
			certificate:pg-13            ; certificate=PG-13
			runtime:95                   ; min-runtime=95&max-runtime=95
			runtime:<90                  ; max-runtime=89
			runtime:>=180                ; min-runtime=180
			runtime:0..90                ; max-runtime=90
			runtime:120..90              ; min-runtime=90&max-runtime=120
			runtime:90-120               ; runtime=90-120
			runtime:..                   ; q=..
			runtime:2000                 ; q=2000
			runtime:long                 ; runtime=long
			rating:7                     ; min-rating=7
			rating:7+                    ; min-rating=7
			rating:>=7                   ; min-rating=7
			rating:>7                    ; min-rating=7.1
			rating:8.5                   ; min-rating=8.5
			rating:7.0+                  ; min-rating=7
			rating:7..                   ; min-rating=7
			rating:7..9                  ; min-rating=7&max-rating=9
			rating:6.5-5                 ; min-rating=5&max-rating=6.5
			rating:<7                    ; max-rating=6.9
			rating:..7                   ; max-rating=7
			rating:0-5                   ; max-rating=5
			rating:<1                    ; q=%3C1
			rating:7.55                  ; q=7.55
			score:8                      ; score=8
			provider:netflix region:ca   ; provider=netflix&region=CA
			provider:AMC+                ; provider=amc-plus
			provider:"Disney+"           ; provider=disney-plus
			on:"HBO Max"                 ; provider=hbo-max
			-genre:comedy                ; q=-genre%3Acomedy
			-rating:7 noon               ; q=-rating%3A7+noon
			-rating:3 noon               ; q=-rating%3A3+noon
			-region:US noon              ; q=-region%3AUS+noon
			-year:soon noon              ; q=noon
			director:fraser              ; q=director%3Afraser
			year:soon                    ; q=soon
			rating:11                    ; q=11
			year:1                       ; q=1
			region:zz                    ; q=zz
			""")
	void takesForAFilterWhatAFieldSays(String typed, String canonical) {
		assertThat(filter("/films?q=" + UriUtils.encode(typed, "UTF-8")).href()).isEqualTo("/films?" + canonical);
	}

	@Test
	void sortsByRelevanceWhereThereAreWordsAndByRatingWhereThereAreNone() {
		assertThat(filter("/films").order()).isEqualTo(FilmFilter.Order.RATING);
		assertThat(filter("/films?q=david").order()).isEqualTo(FilmFilter.Order.RELEVANCE);
		assertThat(filter("/films?sort=relevance").order()).isEqualTo(FilmFilter.Order.RATING);
		assertThat(filter("/films?q=david&sort=rating").href()).isEqualTo("/films?q=david&sort=rating");
	}

	@Test
	void knowsWhetherItNarrowsAnything() {
		assertThat(filter("/films?q=david&sort=title").narrowed()).isFalse();
		for (String one : ALL.substring(ALL.indexOf("genre")).split("&")) {
			boolean narrows = !one.startsWith("sort") && !one.startsWith("page");
			assertThat(filter("/films?" + one).narrowed()).as(one).isEqualTo(narrows);
		}
		assertThat(filter(ALL).unfiltered().href()).isEqualTo("/films?q=david&sort=votes");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			decade=1995                ; decade      ; bad.decade
			decade=1790                ; decade      ; bad.decade
			from=1869                  ; from        ; bad.year
			from=19999                 ; from        ; bad.year
			to=2201                    ; to          ; bad.year
			to=-5                      ; to          ; bad.year
			runtime=61-90              ; runtime     ; bad.runtime
			min-runtime=0              ; min-runtime ; bad.minutes
			max-runtime=1441           ; max-runtime ; bad.minutes
			min-rating=0.9             ; min-rating  ; bad.rating
			max-rating=10.1            ; max-rating  ; bad.rating
			min-rating=7.25            ; min-rating  ; bad.rating
			min-rating=٧               ; min-rating  ; bad.rating
			genre=drama,comedy         ; genre       ; bad.genre
			certificate=RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR ; certificate ; bad.certificate
			provider=net flix          ; provider    ; bad.provider
			region=ZZ                  ; region      ; bad.region
			region=CAN                 ; region      ; bad.region
			sort=newest first          ; sort        ; bad.sort
			page=0                     ; page        ; bad.page-films
			page=101                   ; page        ; bad.page-films
			page=99999999999999999999  ; page        ; bad.page-films
			page=1e1                   ; page        ; bad.page-films
			""")
	void saysWhichParameterIsBad(String query, String name, String takes) {
		int equals = query.indexOf('=');
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add(query.substring(0, equals), query.substring(equals + 1));

		assertThatExceptionOfType(BadParameter.class).isThrownBy(() -> FilmFilter.of(parameters))
			.satisfies((bad) -> assertThat(bad.name()).isEqualTo(name))
			.satisfies((bad) -> assertThat(bad.takes()).isEqualTo(takes));
	}

	private static FilmFilter filter(String address) {
		MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
		UriComponentsBuilder.fromUriString(address)
			.build()
			.getQueryParams()
			.forEach((name, values) -> values.forEach((value) -> decoded.add(name,
					(value != null) ? UriUtils.decode(value.replace('+', ' '), "UTF-8") : "")));
		return FilmFilter.of(decoded);
	}

}
