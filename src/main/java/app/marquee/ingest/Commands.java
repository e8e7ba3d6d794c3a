package app.marquee.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.marquee.catalogue.DatabaseLock;
import app.marquee.search.IndexKeeper;
import app.marquee.web.CatalogueState;
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

/**
 * The commands of a curator: {@code java -jar marquee.jar import …}. The catalogue is
 * opened when a command needs it, so that help costs no wait.
 */
@Command(name = "marquee", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
		description = "A film catalogue. Without a command it starts the web server.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { " 0:done", " 1:it failed; the message says why, and the catalogue is whole",
				" 2:the command was not understood", " 130:stopped by Ctrl-C; started again, it goes on" },
		subcommands = { ImportCommands.class, SourceCommands.class, FilmCommands.class, Commands.Export.class,
				Commands.Reindex.class, AutoComplete.GenerateCompletion.class })
public class Commands {

	/** As shells say it of what Ctrl-C ended. */
	private static final int STOPPED = 130;

	private static final int STOP_SECONDS = 60;

	/** A setting of Spring Boot has a dot in its name, or is one of these two. */
	private static final Pattern SETTING = Pattern.compile("--(debug|trace|[^=]+\\.[^=]+)(=.*)?", Pattern.DOTALL);

	/** H2's codes: the file can only be read. */
	private static final int READ_ONLY = 90097;

	/** PostgreSQL's state: the disk is full. */
	private static final String DISK_FULL = "53100";

	private static final String FULL = "The disk is full. Make room and give the same command again; what an import had written before is kept.";

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

	/**
	 * Why the server cannot be started so: an argument that is no setting would be passed
	 * over, and another catalogue served than was meant.
	 */
	public static Optional<String> notUnderstood(String... arguments) {
		return garbled(arguments)
			.or(() -> Stream.of(settings(arguments))
				.filter((setting) -> !SETTING.matcher(setting).matches())
				.findFirst()
				.map((setting) -> setting.equals("--home") ? "--home needs a folder: --home=DIR."
						: "\"" + setting
								+ "\" is no command and no setting. A setting is written as --server.port=8081; "
								+ "--home=DIR names the folder of the catalogue, and --help lists the commands."));
	}

	/** Letters that Java could not read would be kept as they came: as none. */
	private static Optional<String> garbled(String... arguments) {
		return Stream.of(arguments)
			.filter((argument) -> argument.indexOf('\uFFFD') >= 0)
			.findFirst()
			.map((argument) -> "\"" + argument + "\" has letters that cannot be read in the locale "
					+ System.getProperty("sun.jnu.encoding") + ". Set LC_ALL to one of UTF-8, such as C.UTF-8.");
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
		Optional<String> garbled = garbled(arguments);
		if (garbled.isPresent()) {
			System.err.println(garbled.get());
			return CommandLine.ExitCode.USAGE;
		}
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
			if (next instanceof SQLException said && DISK_FULL.equals(said.getSQLState())) {
				return FULL;
			}
			if (next instanceof IOException full && isOfNoSpace(full)) {
				return FULL;
			}
			if (next instanceof OutOfMemoryError) {
				return "There is not enough memory. Give the same command again with more; what an import had written before is kept: "
						+ "java -Xmx1g -jar marquee.jar.";
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

	/** As Linux and macOS say it, and Windows. */
	private static boolean isOfNoSpace(IOException failure) {
		String message = String.valueOf(failure.getMessage());
		return message.contains("No space left") || message.contains("not enough space on the disk");
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

		/** Whether it was stopped before it was done. */
		boolean isStopped(Imports imports) {
			return imports.stopped();
		}

		/** Whether it has done all that it was asked for. */
		boolean isDone() {
			return true;
		}

		@Override
		public Integer call() throws Exception {
			CountDownLatch done = new CountDownLatch(1);
			ConfigurableApplicationContext catalogue = open();
			Imports imports = catalogue.getBean(Imports.class);
			Thread interrupted = new Thread(() -> stop(imports, done), "interrupted");
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
					stopped = isStopped(imports);
				}
				if (stopped) {
					return STOPPED;
				}
				if (changesFile()) {
					Compaction.of(database).ifPresent((line) -> print(List.of(line)));
				}
				return isDone() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
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
