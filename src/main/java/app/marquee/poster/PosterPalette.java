package app.marquee.poster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Four inks of a poster as {@code #rrggbb}: the ground, the ink of the title, and two
 * colours for the motif. Each genre has several, so that neighbours on a wall differ.
 */
record PosterPalette(String ground, String ink, String shape, String accent) {

	static final String ANY_GENRE = "any";

	/** Names of a genre, then ground, ink, shape and accent of each palette. */
	private static final String TABLE = """
			drama|16324f f4ead2 e4572e f0c808|f1e6d0 2a1f1a b23a2e 2f5d62|3d1f2d fbe9d2 e07a5f f2cc8f|24423b f6ecd2 d9903d 8fb39a
			romance,romantic,lgbt,erotic|7d1538 ffe8d6 f28482 f6bd60|fbd9d0 5a1230 c8355a e98a5b|4a1942 ffe3e0 e8637c f3b391|f7e3cf 7a1f3d d95d6a 3f6c73
			comedy,standupcomedy|f6bd2c 1d1a16 d7263d 0f4c5c|f7e7c4 1b2a41 e8572a 1f8a83|0f6a70 fff1cf f9b233 f58b6c|f2a7b5 2b1330 c9223f 23618c
			horror|0e0c0c f2e9e4 c01b20 7a2018|1a0f1f e9f0d8 7fb069 6a3d7c|8e0f16 fbeee0 1c0a0a e0a458|d9d2c0 1c1512 9b1c1c 5a6350
			thriller,suspense|1b1b1e f5e663 d8315b 3e92cc|ee6123 1a120d f7ead0 1a120d|10222e e8f1ee 2ec4b6 e85d4a|d8dcd3 14181f c1272d 4f6d7a
			crime,gangster|2b2d42 edf2f4 ef233c 8d99ae|e9dfc8 1e1b18 b3261e 7c7461|14213d f5ecd7 fca311 5c7a99|3a0d12 f7e3c8 d4a24c b8392f
			fantasy|3c1874 ffe66d ff6b9d 4ecdc4|0b3b3c f6ecc9 e2b04a 5fb49c|1f1147 f4e9ff a779e9 f5b942|e7ddf1 35185a 8b4fbf d27a30
			documentary,news,nature|e9e3d5 22333b c6532c 5e7d7e|22333b f0e9dc d98e4a 8aa6a3|d7dfe0 1f2d3a 2a6f97 d9652b|f2efe6 1a1a1a d62828 8f8f82
			action,martialarts|c9201f fff3d6 16283a fcbf49|111417 f9f3e3 f77f00 d62828|f48c06 1a1008 9d0208 fff0cf|1b2a33 f7efdc ff6b35 4f9da6
			adventure|0f4c5c fdf0d5 f07a2c f2b544|e9c46a 1f2a2e c04a33 2a6f6b|6b2d1a fbe8c6 e9a23b 4aa096|1d4d3a f8efd4 f2c14e e07a5f
			animation,anime|1d5fa8 fff6d8 ffcf33 ff7a63|ffd23f 2a1e5c ee4266 138a57|ff7f6b 2b123f fff1c9 3d5a9e|5b2a86 fff3d9 ffb627 2ec4b6
			family,kids,children|dcebdc 1f3d36 2a8d80 ee8a45|f9dc7c 27324f e2583a 2f7f98|1f4e79 fff4dc f6ae2d f26b2c|fbe3cf 3a2a4d 5a8a7b e2566d
			scifi,sciencefiction,sf|0b132b e0fbfc 3ddbd9 ee6c4d|e6e8e6 10151f f2452a 2f5d8a|1c0f33 f5e9ff ff3f8e 36c9e0|073b4c f3f7e6 ffd166 0fb592
			mystery|1a2238 f4e3c1 9d7bb0 e2b04a|2b2a26 ece5d0 c9a227 6f8f86|0f3330 f0e7d2 d6763a 78a596|d5cdb8 21202b 5a3d6b a44a3f
			war,military|454d1f f4ead0 d9a441 d0553f|d6c9a5 23251c 8a3b2a 5f6b43|2f2f2a f0e6cf c04b33 8c8a6a|7a1f17 f7e8cc d9a441 150b0a
			western|cf7030 1f120a 7a2413 f6dca6|f0d5a0 3a1a0e b5451f d08530|5c1f14 fbe3b5 e08a32 c04f30|2b4a54 f8e6c4 e29a4b d0653a
			music,concert|141414 ffe45e ff3d7f 27c4d4|f4553f 17100f fff0d2 17100f|2d1e5f fff1e0 ff8a3d e0457b|f3ead6 1a1a2e e4373d 2b6cb0
			musical,dance|8a1538 ffeccc f6c344 ef7d57|1f2a63 fff0d0 f6c344 e8508a|f9d7dc 5b0f3a d81e5b 2d7f86|0d5a5e fdf0d0 f4b73f f08a7a
			history,historical,period|4a1c1c f6e7c8 c9973f 9f6646|e8dcc0 2d1f14 8c2f23 57714f|1f3a34 f3e6c6 c79a3e 8ba888|2f2a4a f4e6cc cf9f4a b0596a
			biography,biopic|efe4d2 2b2320 a8452f 39616b|2e2a36 f5e8d8 d0926f 7f96a3|1d3d52 f7ead4 e2a64d c5674f|dde3d3 26322b 5b7f5a c0603a
			sport|0a5c36 fff6dc ffcc33 f08a5d|f2f0e4 14213d e63322 1f6fb2|1247a3 fff3d0 ffb703 ff7b63|f28b1d 1a1208 7d1d0c fff0cf
			filmnoir,noir|101114 ece8df 8f959c d8c27a|1d2026 f3efe4 c23b2e 767d86|d9d6cd 121212 5b6068 a32020|23262d f1e3b0 d9a62e 6e7682
			reality,talkshow,gameshow,television|ff6f7f 2a0d24 fff0cd 5b2a86|f3efe2 241a3d e9433f 12898e|16384c fdf3d8 ffb627 ef5d60
			any|3a3a3a f4f1ea c39a5f 8d8d86|e5e0d3 2c2a27 a3763f 6f7a75|2d3940 f2ecdd c0925f 8aa0a3|40332d f5ebdb cfa269 9a8a7c
			""";

	private static final Map<String, List<PosterPalette>> BY_GENRE = read();

	static PosterPalette of(@Nullable String genre, PosterDice dice) {
		return dice.pick(all(genre));
	}

	/** The palettes of a genre by its slug: {@code science-fiction}. */
	static List<PosterPalette> all(@Nullable String genre) {
		String name = (genre != null) ? genre.replaceAll("[^a-z]", "") : ANY_GENRE;
		return Stream.of(name, name.replaceFirst("s$", ""), ANY_GENRE)
			.flatMap((known) -> Stream.ofNullable(BY_GENRE.get(known)))
			.findFirst()
			.orElseThrow();
	}

	/** Every palette, by every name of its genre. */
	static Map<String, List<PosterPalette>> byGenre() {
		return BY_GENRE;
	}

	/** As much of the shape's colour in the ground as the title still reads well on. */
	String hush() {
		return Stream.of(0.16, 0.12, 0.08, 0.04)
			.map((part) -> PosterColour.mix(this.ground, this.shape, part))
			.filter((colour) -> PosterColour.contrast(this.ink, colour) >= PosterColour.READABLE)
			.findFirst()
			.orElse(this.ground);
	}

	private static Map<String, List<PosterPalette>> read() {
		Map<String, List<PosterPalette>> palettes = new LinkedHashMap<>();
		TABLE.lines().map((line) -> line.split("\\|")).forEach((cells) -> {
			List<PosterPalette> ofGenre = Stream.of(cells)
				.skip(1)
				.map((cell) -> cell.split(" "))
				.map(PosterPalette::mixed)
				.toList();
			Stream.of(cells[0].split(",")).forEach((name) -> palettes.put(name, ofGenre));
		});
		return palettes;
	}

	private static PosterPalette mixed(String[] inks) {
		return new PosterPalette('#' + inks[0], '#' + inks[1], '#' + inks[2], '#' + inks[3]);
	}

}
