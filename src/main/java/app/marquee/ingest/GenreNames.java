package app.marquee.ingest;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.marquee.text.Folding;
import app.marquee.web.Texts;

/**
 * Genres by one name each. Sources write Sci-Fi, scifi and Science Fiction, and services
 * have shelves ("International Movies") that are no genres at all; nor is a number.
 */
final class GenreNames {

	private static final Map<String, List<String>> NAMES = Map.ofEntries(name("scifi", "Science Fiction"),
			name("sci fi", "Science Fiction"), name("sci fi fantasy", "Science Fiction", "Fantasy"),
			name("film noir", "Film Noir"), name("documentation", "Documentary"), name("docuseries"),
			name("dramas", "Drama"), name("comedies", "Comedy"), name("documentaries", "Documentary"),
			name("thrillers", "Thriller"), name("horror movies", "Horror"), name("romantic movies", "Romance"),
			name("sports movies", "Sport"), name("sports", "Sport"), name("action adventure", "Action", "Adventure"),
			name("action and adventure", "Action", "Adventure"), name("children and family movies", "Family"),
			name("children", "Family"), name("kids", "Family"), name("music and musicals", "Music", "Musical"),
			name("sci fi and fantasy", "Science Fiction", "Fantasy"), name("classic movies"), name("cult movies"),
			name("independent movies"), name("international movies"), name("international"), name("movies"),
			name("lgbtq movies"), name("faith and spirituality"), name("stand up comedy", "Stand-up Comedy"),
			name("anime features", "Animation"), name("anime", "Animation"), name("european"), name("short"),
			name("adult"), name("reality tv", "Reality"), name("talk show", "Talk Show"),
			name("game show", "Game Show"), name("no genres listed"), name("imax"), name("coming of age"),
			name("historical", "History"), name("biographical", "Biography"), name("spy espionage", "Thriller"),
			name("animals and nature", "Nature"), name("concert film", "Concerts"), name("parody", "Comedy"),
			name("romantic comedy", "Romance", "Comedy"), name("crime", "Crime"), name("buddy"), name("dance", "Dance"),
			name("disaster", "Disaster"), name("medical"), name("lifestyle"), name("variety"),
			name("superhero", "Action"), name("survival"), name("science fiction", "Science Fiction"));

	private GenreNames() {
	}

	static List<String> of(Collection<String> printed) {
		Set<String> names = new LinkedHashSet<>();
		printed.forEach((genre) -> {
			List<String> known = NAMES.get(Folding.words(genre));
			if (known != null) {
				names.addAll(known);
			}
			else if (genre.codePoints().anyMatch(Character::isLetter)) {
				names.add(Texts.capitalised(genre));
			}
		});
		return List.copyOf(names);
	}

	private static Map.Entry<String, List<String>> name(String folded, String... names) {
		return Map.entry(folded, List.of(names));
	}

}
