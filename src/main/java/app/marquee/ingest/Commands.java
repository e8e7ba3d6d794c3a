package app.marquee.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The commands of a curator: {@code java -jar marquee.jar import …}. The catalogue is
 * opened when a command needs it, so that help costs no wait.
 */
@Command(name = "marquee", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
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
		if (arguments.length == 0) {
			return false;
		}
		boolean first = !arguments[0].startsWith("-") || arguments[0].matches("-h|--help|-V|--version");
		return first || IntStream.range(1, arguments.length)
			.anyMatch((i) -> names().contains(arguments[i]) && !arguments[i - 1].equals("--home"));
	}

	/** The arguments as the server takes them: {@code --home} is a setting there. */
	public static String[] settings(String... arguments) {
		List<String> settings = new ArrayList<>();
		for (int i = 0; i < arguments.length; i++) {
			boolean apart = arguments[i].equals("--home") && i + 1 < arguments.length;
			settings.add(apart ? "--marquee.home=" + arguments[++i]
					: arguments[i].replaceFirst("^--home=", "--marquee.home="));
		}
		return settings.toArray(String[]::new);
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
			if (next instanceof SQLException said && said.getErrorCode() == READ_ONLY) {
				return "The data can be read here, and not be changed: the folder or the file is read-only.";
			}
			if (next instanceof OutOfMemoryError) {
				return "There is not enough memory: give more, as in java -Xmx1g -jar marquee.jar. What was read is in "
						+ "the catalogue; the same command goes on from there.";
			}
		}
		if (failure instanceof NotOpened) {
			return "Nothing was changed.";
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

	/** There is no way into the catalogue. Why, has been logged. */
	private static final class NotOpened extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotOpened(RuntimeException cause) {
			super(cause);
		}

	}

	/** The build, and what it runs on. */
	static class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String build = Commands.class.getPackage().getImplementationVersion();
			return new String[] { "Marquee " + ((build != null) ? build : "(not from a jar)"),
					"Java " + Runtime.version() + ", " + System.getProperty("os.name") };
		}

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

		/** Whether H2's file may be another afterwards. */
		boolean changesFile() {
			return true;
		}

		abstract void work(ConfigurableApplicationContext catalogue) throws Exception;

		@Override
		public Integer call() throws Exception {
			CountDownLatch done = new CountDownLatch(1);
			ConfigurableApplicationContext catalogue = open();
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
				if (changesFile()) {
					Compaction.of(database).ifPresent((line) -> print(List.of(line)));
				}
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

		private ConfigurableApplicationContext open() {
			try {
				return root().catalogue.apply(settings());
			}
			catch (RuntimeException ex) {
				throw new NotOpened(ex);
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

	/** The date of an edition, none of which is of tomorrow. */
	static class EditionDate implements ITypeConverter<PartialDate> {

		@Override
		public PartialDate convert(String iso) {
			try {
				PartialDate date = new PartialDate(iso);
				if (iso.compareTo(LocalDate.now(Clock.systemUTC()).toString()) > 0) {
					throw new IllegalArgumentException(iso + " is still to come");
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

	/** Something that a person reads. */
	static class Words implements ITypeConverter<String> {

		@Override
		public String convert(String words) {
			if (words.isBlank()) {
				throw new TypeConversionException("there is nothing in it");
			}
			return words.strip();
		}

	}

	/** One of the formats. */
	abstract static class FormatImport extends Work {

		@ParentCommand
		Import parent;

		private @Nullable Path aside;

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
			if (!imports.followed()) {
				print(List.of("The search index is left to the server on this data, which follows by itself."));
			}
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
			List<String> lines;
			try (Progress progress = new Progress(source.name(), reader, out())) {
				lines = imports.take(source, reader, rejections, new Imports.Run(gone, this.dry, progress));
			}
			print(lines);
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

		@Option(names = "--provider", paramLabel = "NAME", required = true, converter = Words.class,
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
			if (!this.dry) {
				try (MarqueeReader.Editions editions = editions(imports)) {
					imports.whole(() -> catalogue.getBean(FormerAddresses.class)
						.take(editions.addresses(imports::refuseOlderEdition)));
				}
			}
			try (MarqueeReader.Editions editions = editions(imports)) {
				takeSources(catalogue, imports, editions);
				if (!this.dry && !imports.stopped()) {
					takeFormer(catalogue, editions);
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
			if (Files.isDirectory(this.file)) {
				throw new Imports.Refused(this.file + " is a folder; name a file in it.");
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
