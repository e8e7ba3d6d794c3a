package app.marquee.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.marquee.provenance.Field;
import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.springframework.context.ConfigurableApplicationContext;

/** The commands with which a curator decides what no import can know. */
@Command(name = "films", mixinStandardHelpOptions = true,
		description = "Corrects films, joins and parts them, and settles doubts.", synopsisSubcommandLabel = "WHAT",
		subcommands = { FilmCommands.Correct.class, FilmCommands.Uncorrect.class, FilmCommands.Merge.class,
				FilmCommands.Split.class, FilmCommands.Doubts.class, FilmCommands.Alike.class,
				FilmCommands.Settle.class, FilmCommands.Show.class })
class FilmCommands {

	@ParentCommand
	Commands root;

	/** One of the things that a curator does. */
	abstract static class FilmCommand extends Commands.Work {

		@ParentCommand
		FilmCommands parent;

		@Override
		Commands root() {
			return this.parent.root;
		}

		@Override
		boolean changesFilms() {
			return true;
		}

		@Override
		void work(ConfigurableApplicationContext catalogue) {
			print(decide(catalogue));
		}

		abstract List<String> decide(ConfigurableApplicationContext catalogue);

	}

	@Command(name = "correct", mixinStandardHelpOptions = true,
			description = "Says what is right, or wrong, about a film. A curator’s word is believed before all others, and no import takes it back.")
	static class Correct extends FilmCommand {

		/** What a curator can correct, by the words of the command. */
		private static final Map<String, Field> FIELDS = Map.of("title", Field.TITLE, "year", Field.YEAR, "runtime",
				Field.RUNTIME, "certificate", Field.CERTIFICATE, "synopsis", Field.SYNOPSIS, "genre", Field.GENRE,
				"rating", Field.RATING, "credit", Field.CREDIT, "character", Field.CHARACTER, "company", Field.COMPANY);

		@Parameters(index = "0", paramLabel = "SLUG", description = "the film: leaving-metropolis-2002")
		String slug;

		@Parameters(index = "1", paramLabel = "FIELD",
				description = "title, year, runtime, certificate, synopsis, genre, rating; with --of: credit (of a job),"
						+ " character (of an actor), company (of a role)")
		String field;

		@Parameters(index = "2", paramLabel = "VALUE", description = "what is right; with --wrong: what is wrong")
		String value;

		@Option(names = "--of", paramLabel = "SUBJECT", description = "the job, the actor or the role that it is about")
		@Nullable String subject;

		@Option(names = "--wrong", description = "the value is wrong: nobody is to believe it")
		boolean wrong;

		@Option(names = "--new", description = "no film has this genre, or nobody this job, yet")
		boolean unheard;

		@Option(names = "--reason", paramLabel = "TEXT", required = true, converter = Commands.Words.class,
				description = "why; visitors read it")
		String reason;

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			Field about = field(this, this.field);
			boolean needsSubject = about == Field.CREDIT || about == Field.CHARACTER || about == Field.COMPANY;
			if (needsSubject != (this.subject != null)) {
				throw misunderstood(needsSubject ? "A " + this.field + " needs --of: " + whom(about)
						: "--of goes with credit, character and company.");
			}
			LocalDate today = catalogue.getBean(Imports.class).today();
			String checked = this.wrong ? this.value.strip() : checked(about, this.value.strip(), today);
			String now = catalogue.getBean(Corrections.class)
				.correct(this.slug, new FilmRecord.Correction(about.code(), this.subject, checked, this.wrong,
						this.reason, PartialDate.ofDay(today)), this.unheard);
			return List.of((this.wrong ? "Nobody believes it any more: /films/" : "Believed: /films/") + now);
		}

		static Field field(FilmCommand command, String word) {
			Field field = FIELDS.get(word);
			if (field == null) {
				throw command.misunderstood("There is no field \"" + word + "\"; there are "
						+ String.join(", ", FIELDS.keySet().stream().sorted().toList()) + ".");
			}
			return field;
		}

		private static String whom(Field field) {
			return switch (field) {
				case CREDIT -> "the job, as director or actor";
				case CHARACTER -> "who plays the character";
				default -> "what the company did, as studio";
			};
		}

		private static String checked(Field field, String value, LocalDate today) {
			Rejections rejections = new Rejections();
			Values values = new Values("", rejections, today);
			Object checked = switch (field) {
				case YEAR -> values.year(value, 0);
				case RUNTIME -> values.runtime(value, 0);
				case RATING -> number(values.score(value, 0));
				default -> Values.text(value);
			};
			if (checked == null || checked.toString().isEmpty()) {
				throw new Imports.Refused("\"" + value + "\" will not do: " + (rejections.reasons().isEmpty()
						? "a value was expected" : rejections.reasons().get(0).reason()) + ".");
			}
			return checked.toString();
		}

		private static @Nullable String number(@Nullable BigDecimal score) {
			return (score != null) ? score.toPlainString() : null;
		}

	}

	@Command(name = "uncorrect", mixinStandardHelpOptions = true,
			description = "Takes corrections of a field back: what the sources say counts again.")
	static class Uncorrect extends FilmCommand {

		@Parameters(index = "0", paramLabel = "SLUG", description = "the film")
		String slug;

		@Parameters(index = "1", paramLabel = "FIELD", description = "as in films correct")
		String field;

		@Parameters(index = "2", paramLabel = "VALUE", arity = "0..1",
				description = "the value that was corrected to or called wrong; without it, all of the field")
		@Nullable String value;

		@Option(names = "--of", paramLabel = "SUBJECT", description = "the job, the actor or the role that it is about")
		@Nullable String subject;

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			return List.of(catalogue.getBean(Corrections.class)
				.uncorrect(this.slug, Correct.field(this, this.field).code(), this.subject, this.value)
				.map((now) -> "Taken back: /films/" + now)
				.orElse("Taken back. Nobody speaks of the film any more: it is gone."));
		}

	}

	@Command(name = "merge", mixinStandardHelpOptions = true,
			description = "Makes two films one: what was said of the first is said of the second, and its address leads there. films split takes it back.")
	static class Merge extends FilmCommand {

		@Parameters(index = "0", paramLabel = "SLUG", description = "the film that goes")
		String slug;

		@Parameters(index = "1", paramLabel = "INTO", description = "the film that stays")
		String into;

		@Option(names = "--reason", paramLabel = "TEXT", required = true, converter = Commands.Words.class,
				description = "why they are one")
		String reason;

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			String gone = catalogue.getBean(Mergers.class).merge(this.slug, this.into, this.reason);
			return List.of("/films/" + gone + " leads to /films/" + this.into + " now.",
					"films split " + gone + " takes it back.");
		}

	}

	@Command(name = "split", mixinStandardHelpOptions = true,
			description = "Without records: takes back the merge of a film into another. With records: makes a film of its own of them.")
	static class Split extends FilmCommand {

		@Parameters(index = "0", paramLabel = "SLUG",
				description = "the film that was merged, or the film that has the records")
		String slug;

		@Parameters(index = "1..*", paramLabel = "SOURCE/KEY", description = "records, as films show lists them")
		@Nullable List<String> records;

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			Mergers mergers = catalogue.getBean(Mergers.class);
			if (this.records == null || this.records.isEmpty()) {
				mergers.split(this.slug);
				return List.of("/films/" + this.slug + " is a film of its own again.");
			}
			return List.of("A film of its own: /films/" + mergers.split(this.slug, this.records));
		}

	}

	@Command(name = "doubts", mixinStandardHelpOptions = true,
			description = "Lists the records that may speak of one of several films, and are kept apart.")
	static class Doubts extends FilmCommand {

		@Option(names = "--source", paramLabel = "SOURCE", description = "only those of one source: netflix-list")
		@Nullable String source;

		@Option(names = "--most", paramLabel = "N", defaultValue = "1000",
				description = "lists no more than these; ${DEFAULT-VALUE} if nothing is said")
		int most;

		@Override
		boolean changesFilms() {
			return false;
		}

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			Dossiers dossiers = catalogue.getBean(Dossiers.class);
			if (this.source != null) {
				dossiers.source(this.source);
			}
			long all = dossiers.countDoubts(this.source);
			List<String> doubts = new ArrayList<>(dossiers.doubts(this.source, Math.max(1, this.most)));
			if (all > this.most) {
				doubts.add(String.format(Locale.ENGLISH, "There are %,d in all; --most lists more of them.", all));
			}
			return doubts.isEmpty() ? List.of("No record is in doubt.") : doubts;
		}

	}

	@Command(name = "alike", mixinStandardHelpOptions = true,
			description = "Lists films that may be one: they share a title, year and length, and no source tells them apart. films merge makes them one.")
	static class Alike extends FilmCommand {

		private static final int LISTED = 1000;

		@Override
		boolean changesFilms() {
			return false;
		}

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			List<String> alike = catalogue.getBean(Dossiers.class).alike(LISTED);
			return alike.isEmpty() ? List.of("No two films look alike.") : alike;
		}

	}

	@Command(name = "settle", mixinStandardHelpOptions = true,
			description = "Says which film a record speaks of that was kept apart.")
	static class Settle extends FilmCommand {

		@Parameters(index = "0", paramLabel = "SOURCE/KEY", description = "the record, as films doubts lists it")
		String record;

		@Parameters(index = "1", paramLabel = "SLUG", arity = "0..1", description = "the film")
		@Nullable String slug;

		@Option(names = "--new", description = "it is a film of its own")
		boolean fresh;

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			int slash = this.record.indexOf('/');
			if (slash < 0 || this.fresh == (this.slug != null)) {
				throw misunderstood((slash < 0) ? "A record is named by its source and key: netflix-list/s1."
						: "Name the film that the record speaks of, or say --new.");
			}
			String film = catalogue.getBean(Mergers.class)
				.settle(this.record.substring(0, slash), this.record.substring(slash + 1),
						(this.slug != null) ? this.slug : "");
			String settled = "It speaks of /films/" + film + " from now on.";
			return this.fresh ? List.of(settled)
					: List.of(settled, "films split " + film + " " + this.record + " takes it out again.");
		}

	}

	@Command(name = "show", mixinStandardHelpOptions = true,
			description = "Lists the records that speak of a film, and what is believed of what they say.")
	static class Show extends FilmCommand {

		@Parameters(paramLabel = "SLUG", description = "the film")
		String slug;

		@Override
		boolean changesFilms() {
			return false;
		}

		@Override
		List<String> decide(ConfigurableApplicationContext catalogue) {
			return catalogue.getBean(Dossiers.class).film(this.slug);
		}

	}

}
