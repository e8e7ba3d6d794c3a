package app.marquee.provenance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.marquee.catalogue.Film;
import app.marquee.catalogue.FilmPageSection;
import app.marquee.provenance.Facts.Fact;
import app.marquee.web.Texts;

import org.springframework.stereotype.Component;

/**
 * Where the sources disagree about a film, what they tell besides, and what was refused.
 */
@Component
class DoubtSection implements FilmPageSection {

	private final Facts facts;

	private final Texts texts;

	DoubtSection(Facts facts, Texts texts) {
		this.facts = facts;
		this.texts = texts;
	}

	/**
	 * What the section shows.
	 *
	 * @param disputed facts of which several values are claimed
	 * @param told what is told besides and disputed by nobody
	 * @param rejected whether something was rejected, which the sources page explains
	 */
	record Doubt(String path, List<Fact> disputed, List<Fact> told, boolean rejected) {
	}

	@Override
	public Optional<Content> of(Film film) {
		if (!film.remarked()) {
			return Optional.empty();
		}
		List<Fact> facts = this.facts.of(film.id());
		List<Fact> disputed = facts.stream()
			.filter(Fact::disputed)
			.filter((fact) -> fact.field() != Field.SYNOPSIS)
			// whom somebody plays who is not believed to be in the film at all says
			// nothing more
			.filter((fact) -> fact.field() != Field.CHARACTER || !fact.believed().isEmpty())
			.toList();
		List<Fact> told = facts.stream()
			.filter((fact) -> fact.field() == Field.TOLD && !fact.disputed() && !fact.believed().isEmpty())
			.toList();
		boolean rejected = facts.stream().anyMatch(Fact::rejected);
		if (disputed.isEmpty() && told.isEmpty() && !rejected) {
			return Optional.empty();
		}
		Map<String, String> marks = new HashMap<>();
		disputed.forEach((fact) -> marks.put(fact.anchor(),
				this.texts.of("doubt.mark", fact.others().get(0).by(), fact.others().get(0).value())));
		return Optional.of(new Content(Place.DOUBT, "provenance/_doubt",
				new Doubt(film.path() + "/sources", disputed, told, rejected), marks));
	}

}
