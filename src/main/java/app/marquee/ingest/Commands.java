package app.marquee.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.marquee.search.IndexKeeper;
import app.marquee.web.CatalogueState;
import app.marquee.web.Countries;
import app.marquee.web.DatabaseLock;
import app.marquee.web.PartialDate;
import app.marquee.web.Slugs;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The commands of a curator: {@code java -jar marquee.jar import …}. The catalogue is
 * opened when a command needs it, so that help costs no wait.
 */
@Command(name = "marquee", mixinStandardHelpOptions = true, version = "Marquee",
		description = "A film catalogue. Without a command it starts the web server.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { " 0:done", " 1:it failed; the message says why, and the catalogue is whole",
				" 2:the command was not understood", " 130:stopped by Ctrl-C; started again, it goes on" },
		subcommands = { Commands.Import.class, FilmCommands.class, Commands.Export.class, Commands.Reindex.class,
				AutoComplete.GenerateCompletion.class })
public class Commands {

	/** As shells say it of what Ctrl-C ended. */
	private static final int STOPPED = 130;

	private static final int STOP_SECONDS = 60;

	/** H2's codes: the file can only be read. */
	private static final int READ_ONLY = 90097;

	/** H2's codes for a file that cannot be opened: that has been explained by then. */
	private static final Set<Integer> EXPLAINED = Set.of(90020, 90146);

	private final Function<Map<String, Object>, ConfigurableApplicationContext> catalogue;

	@Option(names = "--home", paramLabel = "DIR", scope = CommandLine.ScopeType.INHERIT,
			description = "where database and index live; else marquee.home, else ./data")
	void home(Path home) {
		System.setProperty("marquee.home", home.toString());
	}

	private Commands(Function<Map<String, Object>, ConfigurableApplicationContext> catalogue) {
		this.catalogue = catalogue;
	}

	/** Whether these arguments are a command, and not settings of the server. */
	public static boolean understands(String... arguments) {
		return arguments.length > 0 && (!arguments[0].startsWith("-") || arguments[0].matches("-h|--help|-V|--version")
				|| Stream.of(arguments).anyMatch(names()::contains));
	}

	private static Set<String> names() {
		return Stream.of(Commands.class.getAnnotation(Command.class).subcommands())
			.map((command) -> command.getAnnotation(Command.class).name())
			.collect(Collectors.toSet());
	}

	/**
	 * Runs a command.
	 * @param catalogue opens the catalogue, without its web server, with some settings
	 * @return the exit code
	 */
	public static int run(Function<Map<String, Object>, ConfigurableApplicationContext> catalogue,
			String... arguments) {
		return new CommandLine(new Commands(catalogue)).setExecutionExceptionHandler((ex, line, parsed) -> {
			line.getErr().println(message(ex));
			return 1;
		}).execute(arguments);
	}

	/**
	 * What can be said to a person: the sentence of a failure that we know, else the
	 * deepest one.
	 */
	private static String message(Throwable failure) {
		if (failure instanceof Imports.Refused) {
			return String.valueOf(failure.getMessage());
		}
		Throwable cause = failure;
		for (Throwable next = failure; next != null; next = next(next)) {
			cause = next;
			if (next instanceof SQLException said && EXPLAINED.contains(said.getErrorCode())) {
				return "Nothing was changed.";
			}
			if (next instanceof SQLException said && said.getErrorCode() == READ_ONLY) {
				return "The data can be read here, and not be changed: the folder or the file is read-only.";
			}
			if (next instanceof OutOfMemoryError) {
				return "There is not enough memory: give more, as in java -Xmx1g -jar marquee.jar. What was read is in "
						+ "the catalogue; the same command goes on from there.";
			}
		}
		if (cause instanceof NoSuchFileException) {
			return "There is no file " + cause.getMessage() + ".";
		}
		if (cause instanceof AccessDeniedException) {
			return "This user may not read or write " + cause.getMessage() + ".";
		}
		if (cause instanceof NotDirectoryException) {
			return cause.getMessage() + " is no folder.";
		}
		return "It failed: " + ((cause.getMessage() != null) ? cause.getMessage() : cause.toString());
	}

	/**
	 * A batch has the reason for its failure not as its cause but as what comes next; a
	 * database that has closed itself, as what is suppressed.
	 */
	private static @Nullable Throwable next(Throwable failure) {
		Throwable cause = failure.getCause();
		if (cause == null && failure instanceof SQLException batch) {
			cause = batch.getNextException();
		}
		return (cause == null && failure.getSuppressed().length > 0) ? failure.getSuppressed()[0] : cause;
	}

	/** Where a command prints, and what it opens. */
	abstract static class Work implements Callable<Integer> {

		@Spec
		CommandSpec spec;

		abstract Commands root();

		/** Whether it changes films: then nobody else may do so meanwhile. */
		boolean changesFilms() {
			return false;
		}

		/** With what settings it opens the catalogue. */
		Map<String, Object> settings() {
			return Map.of("h2.if-exists", !makesCatalogue(), SeedMigration.LOADED, false);
		}

		/** Whether there need not be a catalogue yet. */
		boolean makesCatalogue() {
			return false;
		}

		abstract void work(ConfigurableApplicationContext catalogue) throws Exception;

		@Override
		public Integer call() throws Exception {
			CountDownLatch done = new CountDownLatch(1);
			ConfigurableApplicationContext catalogue = root().catalogue.apply(settings());
			Thread interrupted = new Thread(() -> stop(catalogue.getBean(Imports.class), done), "interrupted");
			Runtime.getRuntime().addShutdownHook(interrupted);
			try {
				JdbcConnectionDetails database = catalogue.getBean(JdbcConnectionDetails.class);
				boolean stopped;
				try (catalogue;
						DatabaseLock turn = new DatabaseLock(catalogue.getBean(DataSource.class),
								DatabaseLock.Of.FILMS)) {
					if (changesFilms() && !turn.claim()) {
						throw new Imports.Refused("An import or a correction is under way in this database. "
								+ "Nothing was changed; try again when it has ended.");
					}
					work(catalogue);
					// a running server shows the change before this says that it is done
					catalogue.getBean(CatalogueState.class).settle();
					stopped = catalogue.getBean(Imports.class).stopped();
				}
				if (stopped) {
					return STOPPED;
				}
				Compaction.of(database).ifPresent((line) -> print(List.of(line)));
				return 0;
			}
			finally {
				done.countDown();
				try {
					Runtime.getRuntime().removeShutdownHook(interrupted);
				}
				catch (IllegalStateException ex) {
					// it is at work
				}
			}
		}

		/**
		 * Ctrl-C: the batch that is being written is finished, and the catalogue closed.
		 */
		private static void stop(Imports imports, CountDownLatch done) {
			imports.stop();
			try {
				done.await(STOP_SECONDS, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/**
		 * The command makes no sense; it ends with the usage and the exit code of that.
		 */
		CommandLine.ParameterException misunderstood(String why) {
			return new CommandLine.ParameterException(this.spec.commandLine(), why);
		}

		PrintWriter out() {
			return this.spec.commandLine().getOut();
		}

		void print(List<String> lines) {
			lines.forEach(out()::println);
			out().flush();
		}

	}

	@Command(name = "import", mixinStandardHelpOptions = true, description = "Takes a data set into the catalogue.",
			synopsisSubcommandLabel = "FORMAT",
			subcommands = { Imdb.class, MovieLens.class, StreamingList.class, JustWatch.class, Marquee.class })
	static class Import {

		@ParentCommand
		Commands root;

	}

	/** One of the formats. */
	abstract static class FormatImport extends Work {

		@ParentCommand
		Import parent;

		@Option(names = "--dry-run", description = "say what would become of it, and change nothing")
		boolean dry;

		/** Also if nothing is written in the end: meanwhile it is in others' way. */
		@Override
		boolean changesFilms() {
			return true;
		}

		@Override
		boolean makesCatalogue() {
			return !this.dry;
		}

		@Override
		Commands root() {
			return this.parent.root;
		}

		/** Opens the files of a format. */
		@FunctionalInterface
		interface Opening {

			RecordReader open(Imports imports, Rejections rejections) throws IOException;

		}

		/** The date of an edition, none of which is of tomorrow. */
		@Nullable PartialDate date(Imports imports, @Nullable String iso) {
			try {
				PartialDate date = PartialDate.of(iso);
				if (date != null && date.iso().compareTo(imports.today().toString()) > 0) {
					throw new IllegalArgumentException(date + " is still to come");
				}
				return date;
			}
			catch (IllegalArgumentException ex) {
				throw misunderstood("--as-of: " + ex.getMessage());
			}
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
			List<String> lines;
			try (Progress progress = new Progress(source.name(), reader, out())) {
				lines = imports.take(source, reader, rejections, new Imports.Run(gone, this.dry, progress));
			}
			print(lines);
		}

	}

	@Command(name = "imdb", mixinStandardHelpOptions = true,
			description = "IMDb's files title.basics, title.ratings, title.principals, title.crew, title.akas and "
					+ "name.basics (.tsv or .tsv.gz). Only title.basics is needed.")
	static class Imdb extends FormatImport {

		@Parameters(paramLabel = "DIR", description = "the folder that holds the files")
		Path folder;

		@Option(names = "--adult", description = "take adult titles as well")
		boolean adult;

		@Option(names = "--as-of", paramLabel = "DATE", description = "when the files were made: 2026-11-22")
		@Nullable String asOf;

		@Override
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			SourceEntry source = new SourceEntry("imdb", "IMDb", "data set", 70,
					date(catalogue.getBean(Imports.class), this.asOf),
					"IMDb’s terms for its data sets: personal and non-commercial use",
					"The data sets of the Internet Movie Database.");
			take(catalogue, source, Ingest.Gone.KEPT, (imports, rejections) -> new ImdbReader(this.folder, this.adult,
					imports.json(), rejections, imports.today()));
		}

	}

	@Command(name = "movielens", mixinStandardHelpOptions = true,
			description = "MovieLens: movies.csv, and links.csv and ratings.csv if they are there.")
	static class MovieLens extends FormatImport {

		@Parameters(paramLabel = "DIR", description = "the folder that holds the files")
		Path folder;

		@Option(names = "--as-of", paramLabel = "DATE", description = "when the files were made: 2018-09")
		@Nullable String asOf;

		@Override
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			SourceEntry source = new SourceEntry("movielens", "MovieLens", "data set", 50,
					date(catalogue.getBean(Imports.class), this.asOf), "MovieLens’s terms: research",
					"Films and ratings collected by GroupLens.");
			take(catalogue, source, Ingest.Gone.KEPT,
					(imports, rejections) -> new MovieLensReader(this.folder, rejections, imports.today()));
		}

	}

	/** What the lists of services do not say themselves. */
	abstract static class ListImport extends FormatImport {

		@Option(names = "--provider", paramLabel = "NAME", required = true, description = "the service: Netflix")
		String provider;

		@Option(names = "--region", paramLabel = "CC", description = "the country that the list is for: CA")
		@Nullable String region;

		@Option(names = "--as-of", paramLabel = "DATE", required = true,
				description = "when the list was made: 2022, 2022-03 or 2022-03-31")
		String asOf;

		@Option(names = "--whole",
				description = "end the offers of all films that are not in the list, even if they are most of them")
		boolean whole;

		Ingest.Gone gone() {
			return this.whole ? Ingest.Gone.ENDED : Ingest.Gone.ENDED_IF_FEW;
		}

		OfferTerms terms(Imports imports) {
			if (this.provider.isBlank()) {
				throw misunderstood("--provider takes the name of the service");
			}
			if (this.region != null && !Countries.have(this.region)) {
				throw misunderstood("--region takes a country's two capitals, such as CA, not \"" + this.region + "\"");
			}
			PartialDate date = date(imports, this.asOf);
			if (date == null) {
				throw new IllegalStateException("--as-of is required");
			}
			return new OfferTerms(this.provider, this.region, date);
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
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			OfferTerms terms = terms(catalogue.getBean(Imports.class));
			take(catalogue, source(terms, "list", "A public list of what the service offers.", null), gone(),
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
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			OfferTerms terms = terms(catalogue.getBean(Imports.class));
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
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			Imports imports = catalogue.getBean(Imports.class);
			if (Files.exists(this.file) && !Files.isRegularFile(this.file)) {
				throw new Imports.Refused(this.file + " is no file; it is read twice, and so cannot be a pipe.");
			}
			if (!this.dry) {
				try (MarqueeReader.Editions editions = editions(imports)) {
					imports.whole(() -> catalogue.getBean(FormerAddresses.class)
						.take(editions.addresses(imports::refuseOlderEdition)));
				}
			}
			try (MarqueeReader.Editions editions = editions(imports)) {
				if (this.dry) {
					imports.takeBack(() -> takeSources(catalogue, imports, editions));
				}
				else {
					takeSources(catalogue, imports, editions);
					if (!imports.stopped()) {
						takeFormer(catalogue, editions);
					}
				}
			}
		}

		private MarqueeReader.Editions editions(Imports imports) throws IOException {
			return new MarqueeReader(imports.json()).editions(String.valueOf(this.file.getFileName()),
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

	@Command(name = "export", mixinStandardHelpOptions = true,
			description = "Writes everything that every source said, as JSON Lines; gzipped if FILE ends in .gz.")
	static class Export extends Work {

		@ParentCommand
		Commands root;

		@Parameters(paramLabel = "FILE", description = "the file to write")
		Path file;

		@Override
		Commands root() {
			return this.root;
		}

		@Override
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			Path folder = this.file.toAbsolutePath().getParent();
			if (folder == null || !Files.isDirectory(folder)) {
				throw new Imports.Refused("There is no folder " + folder + " to write to.");
			}
			long records = catalogue.getBean(Exporter.class).export(this.file.toAbsolutePath());
			out().printf(Locale.ENGLISH, "%,d records written to %s%n", records, this.file);
			out().flush();
		}

	}

	@Command(name = "reindex", mixinStandardHelpOptions = true, description = "Builds the search index from nothing.")
	static class Reindex extends Work {

		@ParentCommand
		Commands root;

		@Override
		Commands root() {
			return this.root;
		}

		@Override
		void work(ConfigurableApplicationContext catalogue) {
			out().println(catalogue.getBean(IndexKeeper.class).rebuild() ? "The index is built."
					: "The server that runs on this data keeps the index. It was asked to build it anew, and serves the old one until then.");
			out().flush();
		}

	}

}
