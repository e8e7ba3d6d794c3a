package app.marquee.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * Keeps the index in files: each edition in a folder of its own below one that is named
 * after the format, and beside them a file that names the current one.
 */
class LuceneStore implements IndexStore {

	private static final Logger LOG = LoggerFactory.getLogger(LuceneStore.class);

	private final Path indexes;

	private final Path format;

	/** Names the current edition; replaced in one go. */
	private final Path current;

	private final Path wish;

	private @Nullable FileChannel channel;

	private boolean mine;

	LuceneStore(Path home) {
		this.indexes = home.resolve("index").toAbsolutePath();
		this.format = this.indexes.resolve("format-" + Index.FORMAT);
		this.current = this.format.resolve("current");
		this.wish = this.indexes.resolve("rebuild");
	}

	@Override
	public boolean claim() {
		if (this.mine) {
			return true;
		}
		try {
			Files.createDirectories(this.format);
			FileChannel lock = FileChannel.open(this.indexes.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			try {
				this.mine = locks(lock);
			}
			finally {
				if (!this.mine) {
					lock.close();
				}
			}
			if (!this.mine) {
				return false;
			}
			this.channel = lock;
			tidy();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return true;
	}

	private static boolean locks(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			// another catalogue in this very process
			return false;
		}
	}

	/**
	 * Indexes of other formats, and what was left half-built, are of no use to anybody.
	 */
	@Override
	public void tidy() {
		try (Stream<Path> formats = Files.list(this.indexes); Stream<Path> editions = Files.list(this.format)) {
			String name = name();
			List<Path> rest = Stream
				.concat(formats.filter((path) -> !path.equals(this.format)),
						editions.filter((path) -> !path.getFileName().toString().equals(name)))
				.filter(Files::isDirectory)
				.toList();
			for (Path folder : rest) {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		catch (IOException ex) {
			LOG.warn("An old search index is left over, and will be removed later: {}", ex.toString());
		}
	}

	private @Nullable String name() throws IOException {
		try {
			String name = Files.readString(this.current).strip();
			return name.matches("\\d{1,18}") ? name : null;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	@Override
	public @Nullable Edition open() {
		try {
			String name = name();
			if (name == null || !isSound(name)) {
				return null;
			}
			return open(name, true);
		}
		catch (IOException | SearchException ex) {
			LOG.warn("The search index cannot be opened, so it is built anew: {}", Index.inOneLine(ex));
			return null;
		}
	}

	/**
	 * Reads every file once and compares it with its checksum. Only who keeps the index
	 * can do that; others trust it.
	 */
	private boolean isSound(String name) throws IOException {
		if (!this.mine) {
			return true;
		}
		for (String part : Edition.PARTS) {
			Path folder = this.format.resolve(name).resolve(part);
			if (!Files.isDirectory(folder)) {
				LOG.warn("The search index is damaged, so it is built anew: {} is missing.", folder);
				return false;
			}
			try (Directory files = FSDirectory.open(folder); CheckIndex check = new CheckIndex(files)) {
				check.setChecksumsOnly(true);
				if (!check.checkIndex().clean) {
					LOG.warn("The search index in {} is damaged, so it is built anew.", folder);
					return false;
				}
			}
		}
		return true;
	}

	private Edition open(String name, boolean existing) {
		return Edition.open(name, existing,
				Map.of("type", "lucene", "lucene_version", "LUCENE_9_12_3", "directory.root",
						this.format.resolve(name).toString(),
						// what is lost in a crash is followed again from the database
						"io.commit_interval", "10000",
						// a reader of its own for each search takes time, but no lock:
						// whoever
						// does not keep the index must not touch it
						"io.strategy", this.mine ? "near-real-time" : "debug",
						// whoever writes says when it is to be seen
						"io.refresh_interval", "3600000",
						// fewer and larger segments from the start
						"io.writer.ram_buffer_size", "64"));
	}

	@Override
	public boolean isCurrent(Edition edition) {
		try {
			return edition.name().equals(name());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Edition create() {
		try (Stream<Path> editions = Files.list(this.format)) {
			long last = editions.map((path) -> path.getFileName().toString())
				.filter((name) -> name.matches("\\d{1,18}"))
				.mapToLong(Long::parseLong)
				.max()
				.orElse(0);
			return open(Long.toString(last + 1), false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void publish(Edition edition) {
		edition.merge();
		Path next = this.format.resolve("next");
		try {
			try (FileChannel file = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				file.write(StandardCharsets.UTF_8.encode(edition.name() + "\n"));
				file.force(true);
			}
			Files.move(next, this.current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public long bytes(Edition edition) {
		try (Stream<Path> files = Files.walk(this.format.resolve(edition.name()))) {
			// a file may go while one looks
			return files.map(Path::toFile).mapToLong((file) -> file.isFile() ? file.length() : 0).sum();
		}
		catch (IOException | UncheckedIOException ex) {
			return 0;
		}
	}

	@Override
	public void askForRebuild() {
		try {
			Files.writeString(this.wish, "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public boolean rebuildIsAsked() {
		try {
			return Files.deleteIfExists(this.wish);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.mine = false;
		FileChannel lock = this.channel;
		this.channel = null;
		if (lock != null) {
			try {
				lock.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
