package app.marquee.poster;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import app.marquee.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PosterTest {

	private static final int LARGEST = 6000;

	private static final double ROUNDING = 0.06;

	@Test
	void drawsTheSamePosterInEveryLocale() {
		Locale before = Locale.getDefault();
		String here = new Poster("Singin' in the Rain", 1952, "Musical", "G · 103 min").svg();
		try {
			for (String tag : List.of("ar-EG", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
				Locale.setDefault(Locale.forLanguageTag(tag));
				assertThat(new Poster("Singin' in the Rain", 1952, "Musical", "G · 103 min").svg()).isEqualTo(here);
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	/** What chance gives a film must not change with the Java version. */
	@Test
	void keepsTheLookOfAFilm() {
		PosterDice dice = new PosterDice("Metropolis");
		assertThat(IntStream.range(0, 6).map((i) -> dice.below(100))).containsExactly(5, 1, 56, 46, 41, 91);
	}

	/** Browsers keep posters for a year by their style. */
	@Test
	void hasAnotherStyleWhereItIsDrawnOtherwise() {
		String posters = IntStream.rangeClosed(190, 203)
			.boxed()
			.flatMap((decade) -> Stream.of("drama", "comedy", "horror", "science-fiction", "western", "musical")
				.map((genre) -> new Poster("The " + genre + " of " + decade, 10 * decade + 3, genre, "PG · 91 MIN")))
			.map(Poster::svg)
			.collect(Collectors.joining());

		assertThat(Poster.STYLE + " " + Sha256.tag(posters.getBytes(StandardCharsets.UTF_8)))
			.as("where posters are drawn otherwise, raise Poster.STYLE and note what they are now")
			.isEqualTo("1 51a1ee5dc1c8");
	}

	@ParameterizedTest
	@MethodSource("titles")
	void isWellFormedWhateverTheTitle(String title) throws Exception {
		String svg = new Poster(title, 1999, title, title).svg();
		Document document = parse(svg);
		assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 200 300");
		assertThat(elements(document).map(Element::getLocalName)).isSubsetOf("svg", "g", "path", "text");
		assertThat(svg).doesNotContain("style=", "href", "url(", "null", "NaN", "Infinity");
	}

	@ParameterizedTest
	@MethodSource("titles")
	void staysSmallWhateverTheTitle(String title) {
		PosterTitle set = PosterTitle.of(title, PosterFace.WIDE, PosterSetting.FILLED);
		for (PosterMotif motif : PosterMotif.values()) {
			assertThat(bytes(drawnAs(motif, set, title))).as(motif.name()).isLessThanOrEqualTo(LARGEST);
		}
	}

	@Test
	void isUsuallySmallerThanTwoAndAHalfKilobytes() {
		List<Integer> sizes = films().map((film) -> bytes(film.svg())).sorted().toList();
		assertThat(sizes.get(sizes.size() / 2)).isLessThan(2000);
		assertThat(sizes.get(sizes.size() * 9 / 10)).isLessThan(2500);
	}

	@ParameterizedTest
	@MethodSource("titles")
	void keepsTheTitleInItsBoxAndOffTheMotif(String title) {
		everySetting(title).forEach((set) -> {
			for (PosterLayout layout : List.of(PosterLayout.titleAbove(set), PosterLayout.titleBelow(set))) {
				assertThat(layout.titleTop()).isGreaterThan(PosterLayout.MARGIN);
				assertThat(layout.titleBottom()).isLessThan(PosterLayout.FOOT_TOP - 9);
				assertThat(layout.stageBottom()).isLessThanOrEqualTo(PosterLayout.FOOT_TOP);
				assertThat(layout.stageBottom() - layout.stageTop()).isGreaterThan(120);
				boolean above = layout.titleBottom() < layout.stageTop();
				boolean below = layout.stageBottom() < layout.titleTop();
				assertThat(above || below || set.lines().isEmpty()).isTrue();
			}
		});
	}

	@ParameterizedTest
	@MethodSource("titles")
	void keepsTheLinesOfTheTitleApartAndWithinTheMargins(String title) {
		everySetting(title).forEach((set) -> {
			PosterLayout layout = PosterLayout.titleAbove(set);
			double last = layout.titleTop();
			for (int i = 0; i < set.lines().size(); i++) {
				PosterLine line = set.lines().get(i);
				assertThat(line.width()).isLessThanOrEqualTo(PosterTitle.BOX_WIDTH + ROUNDING);
				assertThat(line.width() / line.natural()).isBetween(0.999, PosterLine.MOST_STRETCH + 0.001);
				assertThat(line.size()).isGreaterThan(8);
				assertThat(layout.baseline(i) - line.ascent()).isGreaterThanOrEqualTo(last - ROUNDING);
				last = layout.baseline(i) - line.ascent() + line.height() + 1;
			}
			assertThat(last - 1).isLessThanOrEqualTo(layout.titleBottom() + ROUNDING);
		});
	}

	@ParameterizedTest
	@EnumSource
	void cutsTheMotifOffWhereItsPlaceEnds(PosterMotif motif) throws Exception {
		Poster film = filmOf(motif);
		Element place = (Element) parse(film.svg()).getElementsByTagName("svg").item(1);
		double top = Double.parseDouble(place.getAttribute("y"));
		double height = Double.parseDouble(place.getAttribute("height"));
		assertThat(top).isCloseTo(film.layout().stageTop(), within(ROUNDING));
		assertThat(top + height).isCloseTo(film.layout().stageBottom(), within(0.5 + 2 * ROUNDING));
		assertThat(place.getElementsByTagName("text").getLength()).isZero();
		assertThat(place.getElementsByTagName("path").getLength()).isPositive();
	}

	@Test
	void setsTitlesInAReadableInk() {
		assertThat(PosterPalette.byGenre().values().stream().flatMap(Collection::stream)).allSatisfy((inks) -> {
			assertThat(PosterColour.contrast(inks.ground(), inks.ink())).isGreaterThanOrEqualTo(PosterColour.READABLE);
			assertThat(PosterColour.contrast(inks.hush(), inks.ink())).isGreaterThanOrEqualTo(PosterColour.READABLE);
		});
	}

	@Test
	void setsMotifsOffFromTheirGround() {
		assertThat(PosterPalette.byGenre().values().stream().flatMap(Collection::stream)).allSatisfy((inks) -> {
			assertThat(PosterColour.contrast(inks.ground(), inks.shape())).isGreaterThan(1.9);
			assertThat(PosterColour.contrast(inks.ground(), inks.accent())).isGreaterThan(1.5);
			assertThat(inks.shape()).isNotEqualTo(inks.accent());
		});
	}

	@Test
	void knowsAGenreByItsSlug() {
		assertThat(PosterPalette.all("science-fiction")).isSameAs(PosterPalette.all("sci-fi"));
		assertThat(PosterPalette.all("film-noir")).isSameAs(PosterPalette.all("noir"));
		assertThat(PosterPalette.all("stand-up-comedy")).isSameAs(PosterPalette.all("comedy"));
		assertThat(PosterPalette.all("concerts")).isSameAs(PosterPalette.all("music"));
		assertThat(PosterPalette.all("kaiju")).isSameAs(PosterPalette.all(null));
	}

	@Test
	void usesEveryPaletteOfEachGenre() {
		PosterPalette.byGenre().forEach((genre, palettes) -> {
			assertThat(palettes).hasSizeGreaterThanOrEqualTo(3);
			assertThat(IntStream.range(0, 60).mapToObj((i) -> new Poster("Film " + i, 1990, genre, "").inks()))
				.containsAll(palettes);
		});
	}

	@Test
	void usesEveryMotif() {
		assertThat(films().map(Poster::motif).collect(Collectors.toSet()))
			.containsExactlyInAnyOrder(PosterMotif.values());
	}

	@ParameterizedTest
	@EnumSource
	void hasSeveralMotifsForEachEra(PosterEra era) {
		assertThat(PosterMotif.of(era)).hasSizeGreaterThanOrEqualTo(5);
	}

	@Test
	void drawsFilmsOfADecadeDifferently() {
		Set<String> drawings = IntStream.range(0, 100)
			.mapToObj((i) -> new Poster("Solaris", 1970 + i % 10, "Drama", "Part " + i).svg())
			.map((svg) -> svg.replaceAll("<text.*?</text>", ""))
			.collect(Collectors.toSet());
		assertThat(drawings).hasSize(10);
	}

	@Test
	void saysNothingOfAnUnknownYear() throws Exception {
		assertThat(texts(new Poster("Vertigo", null, "thriller", "PG").svg())).containsExactly("VERTIGO", "PG");
		assertThat(texts(new Poster("Vertigo", null, null, "").svg())).containsExactly("VERTIGO");
		assertThat(texts(new Poster("Vertigo", 1958, null, " ").svg())).containsExactly("VERTIGO", "1958");
	}

	@Test
	void leavesRoomForTheYearAtTheFoot() throws Exception {
		List<String> texts = texts(
				new Poster("Up", 2009, "family", "Animation, adventure and comedy for everyone").svg());
		assertThat(texts.get(1)).startsWith("ANIMATION").endsWith("…").hasSizeLessThan(24);
	}

	@Test
	void breaksWordsThatNoLineHolds() {
		assertThat(lines("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")).hasSizeGreaterThan(3)
			.first()
			.asString()
			.endsWith("-");
		assertThat(lines("千と千尋の神隠し")).hasSizeGreaterThan(1).noneMatch((line) -> line.contains("-"));
	}

	@Test
	void endsATitleThatIsTooLongInAnEllipsis() {
		assertThat(lines("love ".repeat(400))).last().asString().endsWith("LOVE…");
	}

	@Test
	void setsSmallWordsWithTheLargeOnes() {
		assertThat(lines("The Godfather")).containsExactly("THE", "GODFATHER");
		assertThat(lines("Trois couleurs : Bleu")).noneMatch((line) -> line.startsWith(":"));
		assertThat(lines("Gone with the Wind")).containsExactly("GONE", "WITH THE", "WIND");
	}

	@Test
	void setsRightToLeftWhatIsReadSo() {
		assertThat(new Poster("ואלס עם באשיר", 2008, "war", "").svg()).contains("direction=\"rtl\"");
		assertThat(new Poster("طعم گیلاس", 1997, "drama", "").svg()).contains("direction=\"rtl\"");
		assertThat(new Poster("Waltz with Bashir", 2008, "war", "").svg()).doesNotContain("rtl");
	}

	@Test
	void writesGreekCapitalsWithoutAccents() {
		assertThat(PosterText.capitals("Ο θίασος")).isEqualTo("Ο ΘΙΑΣΟΣ");
		assertThat(PosterText.capitals("Amélie")).isEqualTo("AMÉLIE");
	}

	private static Stream<String> titles() {
		return Stream.of("", "M", "It", "RRR", "8½", "8½".repeat(40), "\u0000\u0001\uFFFF", "\uD800", "a\uDC00b \uD83C",
				"Tom & Jerry <script>alert(\"1\")</script> ]]> '", "&amp;".repeat(400), "\"".repeat(2000),
				"W".repeat(2000), "love ".repeat(400), "a ".repeat(1000), "the of and ".repeat(30),
				"Z̸̡̈́a̵".repeat(100), "e" + "\u0301".repeat(1999), "Everything Everywhere All at Once",
				"Dr. Strangelove or: How I Learned to Stop " + "Worrying and Love the Bomb", "Человек с киноаппаратом",
				"Η αρπαγή της Περσεφόνης", "千と千尋の神隠し", "となりのトトロ".repeat(60), "기생충", "طعم گیلاس", "ואלס עם באשיר",
				"शोले", "दिलवाले दुल्हनिया ले जायेंगे".repeat(9), "ลุงบุญมีระลึกชาติ", "👩‍👩‍👧‍👦🎬".repeat(80),
				"𝔐𝔢𝔱𝔯𝔬", "!!!", "…", "\u202Eevil\u202C", "$9.99", "\t\n ", "Å Ö É Ç Ș");
	}

	/** A thousand films of all decades and of none. */
	private static Stream<Poster> films() {
		return IntStream.range(0, 1000)
			.mapToObj((i) -> new Poster("The Film " + i, (i % 11 == 0) ? null : 1900 + i % 130, "drama", "89 MIN"));
	}

	private static Poster filmOf(PosterMotif motif) {
		return films().filter((film) -> film.motif() == motif).findFirst().orElseThrow();
	}

	private static Stream<PosterTitle> everySetting(String title) {
		return Stream.of(PosterFace.values())
			.flatMap(
					(face) -> Stream.of(PosterSetting.values()).map((setting) -> PosterTitle.of(title, face, setting)));
	}

	private static List<String> lines(String title) {
		return PosterTitle.of(title, PosterFace.CONDENSED, PosterSetting.FILLED)
			.lines()
			.stream()
			.map(PosterLine::text)
			.toList();
	}

	/** The motif on the largest place, with all else that a poster has. */
	private static String drawnAs(PosterMotif motif, PosterTitle set, String foot) {
		PosterPalette inks = PosterPalette.all("drama").get(0);
		PosterCanvas canvas = new PosterCanvas(260);
		motif.draw(canvas, inks, new PosterDice(foot));
		return new PosterPrint(inks).motif(canvas, 0, true)
			.title(PosterLayout.titleAbove(set), PosterFace.CONDENSED, PosterSetting.CENTRED)
			.foot(foot, "1999")
			.toString();
	}

	private static int bytes(String svg) {
		return svg.getBytes(StandardCharsets.UTF_8).length;
	}

	private static List<String> texts(String svg) throws Exception {
		return elements(parse(svg)).filter((element) -> "text".equals(element.getLocalName()))
			.map(Element::getTextContent)
			.toList();
	}

	private static Stream<Element> elements(Document document) {
		var all = document.getElementsByTagName("*");
		return IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast);
	}

	private static Document parse(String svg) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
	}

}
