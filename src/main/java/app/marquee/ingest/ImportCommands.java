package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import app.marquee.search.IndexKeeper;
import app.marquee.text.Countries;
import app.marquee.text.PartialDate;
import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Takes data sets in: a command for each format. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Takes a data set into the catalogue.",
		synopsisSubcommandLabel = "FORMAT", subcommands = { ImportCommands.Imdb.class, ImportCommands.MovieLens.class,
				ImportCommands.StreamingList.class, ImportCommands.JustWatch.class, ImportCommands.Marquee.class })
class ImportCommands {

	@ParentCommand
	Commands root;

	/** The date of an edition: in no time zone is it still to come. */
	static class EditionDate implements ITypeConverter<PartialDate> {

		private static final PartialDate FIRST_EDITION = new PartialDate("1970");

		@Override
		public PartialDate convert(String iso) {
			try {
				PartialDate date = new PartialDate(iso);
				if (date.isToCome(Clock.systemUTC())) {
					throw new IllegalArgumentException(iso + " is still to come");
				}
				if (date.compareTo(FIRST_EDITION) < 0) {
					throw new IllegalArgumentException("there were no data sets in " + iso);
				}
				return date;
			}
			catch (IllegalArgumentException ex) {
				throw new TypeConversionException(String.valueOf(ex.getMessage()));
			}
		}

	}

	/** A country, as ISO 3166 has it. */
	static class Country implements ITypeConverter<String> {

		@Override
		public String convert(String code) {
			if (!Countries.have(code)) {
				throw new TypeConversionException("a country has two capitals, such as CA; \"" + code + "\" is none");
			}
			return code;
		}

	}

	/** One of the formats. */
	abstract static class FormatImport extends Commands.Work {

		@ParentCommand
		ImportCommands parent;

		private @Nullable Path aside;

		/** Whether all could be read to its end. */
		private boolean readToTheEnd = true;

		@Option(names = "--dry-run", description = "say what would become of it, and change nothing")
		boolean dry;

		/** Also if nothing is written in the end: meanwhile it is in others' way. */
		@Override
		boolean changesFilms() {
			return true;
		}

		@Override
		boolean makesCatalogue() {
			return true;
		}

		@Override
		Map<String, Object> settings() {
			Map<String, Object> settings = new HashMap<>(super.settings());
			if (this.aside != null) {
				settings.put("h2.aside", this.aside.toString());
			}
			return settings;
		}

		@Override
		boolean changesFile() {
			return !this.dry;
		}

		/** What a dry run makes where there is no catalogue yet, goes with it. */
		@Override
		public Integer call() throws Exception {
			checkFiles();
			if (!this.dry) {
				return super.call();
			}
			Path folder = Files.createTempDirectory("marquee-dry-run");
			this.aside = folder;
			try {
				return super.call();
			}
			finally {
				FileSystemUtils.deleteRecursively(folder);
			}
		}

		@Override
		Commands root() {
			return this.parent.root;
		}

		@Override
		final void work(ConfigurableApplicationContext catalogue) throws IOException {
			Imports imports = catalogue.getBean(Imports.class);
			if (this.dry) {
				String absent = catalogue.getEnvironment().getProperty("h2.absent");
				if (absent != null) {
					print(List.of("There is no catalogue in " + absent + " yet: this is tried on an empty one."));
				}
				imports.takeBack(() -> read(catalogue));
				return;
			}
			imports.behindTheScenes(() -> read(catalogue));
			if (!catalogue.getBean(IndexKeeper.class).catchUp()) {
				print(List.of("The search index is left to the server on this data, which follows by itself."));
			}
		}

		@Override
		boolean isDone() {
			return this.readToTheEnd;
		}

		/** Reads all of it into the catalogue. */
		abstract void read(ConfigurableApplicationContext catalogue) throws IOException;

		/** What it reads, which has to be there before anything is opened. */
		abstract Stream<Path> files();

		/** Where what it reads is a folder. */
		boolean folder() {
			return false;
		}

		private void checkFiles() {
			files().forEach((file) -> {
				if (!Files.exists(file)) {
					throw new Imports.Refused("There is no " + (folder() ? "folder " : "file ") + file + ".");
				}
				if (folder() && !Files.isDirectory(file)) {
					throw new Imports.Refused(file + " is a file; name the folder that holds it.");
				}
				if (!folder() && !Files.isRegularFile(file)) {
					throw new Imports.Refused(file + " is no file.");
				}
			});
		}

		/** Opens the files of a format. */
		@FunctionalInterface
		interface Opening {

			RecordReader open(Imports imports, Rejections rejections) throws IOException;

		}

		/** Takes in one source and prints what became of it. */
		void take(ConfigurableApplicationContext catalogue, SourceEntry source, Ingest.Gone gone, Opening files)
				throws IOException {
			String broken = Limits.broken(source);
			if (broken != null) {
				throw new Imports.Refused("A source \"" + source.name() + "\" will not do: " + broken + ".");
			}
			Imports imports = catalogue.getBean(Imports.class);
			Rejections rejections = new Rejections();
			RecordReader reader = files.open(imports, rejections);
			Imports.Taken taken;
			try (Progress progress = new Progress(source.name(), reader, out())) {
				taken = imports.take(source, reader, rejections, new Imports.Run(gone, this.dry, progress));
			}
			print(taken.lines());
			this.readToTheEnd &= taken.whole();
		}

	}

	/** A data set of several files, some of which may be absent. */
	abstract static class FolderImport extends FormatImport {

		@Parameters(paramLabel = "DIR", description = "the folder that holds the files")
		Path folder;

		@Option(names = "--as-of", paramLabel = "DATE", converter = EditionDate.class,
				description = "when the files were made: 2026, 2026-11 or 2026-11-22")
		@Nullable PartialDate asOf;

		@Override
		Stream<Path> files() {
			return Stream.of(this.folder);
		}

		@Override
		boolean folder() {
			return true;
		}

	}

	@Command(name = "imdb", mixinStandardHelpOptions = true,
			description = "IMDb's files title.basics, title.ratings, title.principals, title.crew, title.akas and "
					+ "name.basics (.tsv or .tsv.gz). Only title.basics is needed.")
	static class Imdb extends FolderImport {

		@Option(names = "--adult", description = "take adult titles as well")
		boolean adult;

		@Override
		void read(ConfigurableApplicationContext catalogue) throws IOException {
			SourceEntry source = new SourceEntry("imdb", "IMDb", "data set", 70, this.asOf,
					"IMDb’s terms for its data sets: personal and non-commercial use",
					"The data sets of the Internet Movie Database.");
			take(catalogue, source, Ingest.Gone.KEPT, (imports, rejections) -> new ImdbReader(this.folder, this.adult,
					imports.json(), rejections, imports.today()));
		}

	}

	@Command(name = "movielens", mixinStandardHelpOptions = true,
			description = "MovieLens: movies.csv, and links.csv and ratings.csv if they are there.")
	static class MovieLens extends FolderImport {

		@Override
		void read(ConfigurableApplicationContext catalogue) throws IOException {
			SourceEntry source = new SourceEntry("movielens", "MovieLens", "data set", 50, this.asOf,
					"MovieLens’s terms: research", "Films and ratings collected by GroupLens.");
			take(catalogue, source, Ingest.Gone.KEPT,
					(imports, rejections) -> new MovieLensReader(this.folder, rejections, imports.today()));
		}

	}

	/** What the lists of services do not say themselves. */
	abstract static class ListImport extends FormatImport {

		@Option(names = "--provider", paramLabel = "NAME", required = true, converter = Commands.Words.class,
				description = "the service: Netflix")
		String provider;

		@Option(names = "--region", paramLabel = "CC", converter = Country.class,
				description = "the country that the list is for: CA")
		@Nullable String region;

		@Option(names = "--as-of", paramLabel = "DATE", required = true, converter = EditionDate.class,
				description = "when the list was made: 2022, 2022-03 or 2022-03-31")
		PartialDate asOf;

		@Option(names = "--whole",
				description = "end the offers of all films that are not in the list, even if they are most of them")
		boolean whole;

		Ingest.Gone gone() {
			return this.whole ? Ingest.Gone.ENDED : Ingest.Gone.ENDED_IF_FEW;
		}

		OfferTerms terms() {
			return new OfferTerms(this.provider, this.region, this.asOf);
		}

		SourceEntry source(OfferTerms terms, String kind, String about, @Nullable String origin) {
			String region = (terms.region() != null) ? "-" + terms.region().toLowerCase(Locale.ROOT) : "";
			return new SourceEntry(Slugs.ofName(terms.provider(), "service") + "-" + kind + region,
					terms.provider() + " " + kind + ((terms.region() != null) ? ", " + terms.region() : ""), "list", 40,
					terms.asOf(), null, about, origin);
		}

	}

	@Command(name = "streaming-list", mixinStandardHelpOptions = true,
			description = "A service's list with the twelve columns show_id, type, title, director, cast, country, "
					+ "date_added, release_year, rating, duration, listed_in, description.")
	static class StreamingList extends ListImport {

		@Parameters(paramLabel = "FILE", description = "the list")
		Path file;

		@Override
		Stream<Path> files() {
			return Stream.of(this.file);
		}

		@Override
		void read(ConfigurableApplicationContext catalogue) throws IOException {
			OfferTerms terms = terms();
			take(catalogue, source(terms, "list", "A public list of what the service offers.", terms.provider()),
					gone(),
					(imports, rejections) -> new StreamingListReader(this.file, terms, rejections, imports.today()));
		}

	}

	@Command(name = "justwatch", mixinStandardHelpOptions = true,
			description = "A service's catalogue as JustWatch’s data sets have it: titles, and credits if they are given.")
	static class JustWatch extends ListImport {

		@Parameters(index = "0", paramLabel = "TITLES", description = "the file of titles")
		Path titles;

		@Parameters(index = "1", paramLabel = "CREDITS", arity = "0..1", description = "the file of credits")
		@Nullable Path credits;

		@Override
		Stream<Path> files() {
			return Stream.of(this.titles, this.credits).filter(Objects::nonNull);
		}

		@Override
		void read(ConfigurableApplicationContext catalogue) throws IOException {
			OfferTerms terms = terms();
			take(catalogue, source(terms, "catalogue", "What the service offers, collected by JustWatch.", "JustWatch"),
					gone(), (imports, rejections) -> new JustWatchReader(this.titles, this.credits, terms, rejections,
							imports.today()));
		}

	}

	@Command(name = "marquee", mixinStandardHelpOptions = true,
			description = "Marquee’s own format, as export writes it and as seeds/ has it; plain or gzipped.")
	static class Marquee extends FormatImport {

		@Parameters(paramLabel = "FILE", description = "the file")
		Path file;

		@Override
		Stream<Path> files() {
			return Stream.of(this.file);
		}

		@Override
		void read(ConfigurableApplicationContext catalogue) throws IOException {
			Imports imports = catalogue.getBean(Imports.class);
			try (MarqueeReader.Editions editions = editions(imports)) {
				imports.whole(() -> catalogue.getBean(FormerAddresses.class)
					.take(editions.addresses(imports::refuseOlderEdition)));
			}
			try (MarqueeReader.Editions editions = editions(imports)) {
				takeSources(catalogue, imports, editions);
				if (!imports.stopped()) {
					takeFormer(catalogue, editions);
				}
			}
		}

		private MarqueeReader.Editions editions(Imports imports) throws IOException {
			return new MarqueeReader(imports.json(), imports.clock()).editions(String.valueOf(this.file.getFileName()),
					CsvRows.bytes(this.file));
		}

		private void takeSources(ConfigurableApplicationContext catalogue, Imports imports,
				MarqueeReader.Editions editions) throws IOException {
			SourceEntry source = editions.nextSource();
			if (source == null) {
				throw new Imports.Refused("There is nothing in " + this.file + ".");
			}
			// where it was stopped, the next line is still one of this source
			for (; source != null; source = imports.stopped() ? null : editions.nextSource()) {
				take(catalogue, source, Ingest.Gone.KEPT, (opened, rejections) -> editions.films(rejections));
			}
		}

		private void takeFormer(ConfigurableApplicationContext catalogue, MarqueeReader.Editions editions) {
			Rejections rejections = new Rejections();
			print(ImportReport.former(catalogue.getBean(FormerAddresses.class).take(editions.former(rejections)),
					rejections));
		}

	}

}
