package app.marquee.ingest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A tab-separated file in the order of one of its columns, as text, with each row's line
 * number in front. Files are joined by reading them side by side, and people's extracts
 * of them are in no order at all. It is sorted in portions and these are merged, so
 * memory does not depend on the size: some 30 MB. Disk takes twice the unpacked file. The
 * files are without a name from the moment they are open, where the system allows that,
 * so nothing stays behind, however an import ends.
 */
final class SortedCopy {

	/** Characters that are sorted in memory. */
	private static final int PORTION = 1 << 23;

	/** What a line costs besides its characters. */
	private static final int LINE = 100;

	private static final int LONGEST_KEY = 64;

	private SortedCopy() {
	}

	/**
	 * Whether a file has to be sorted: it is not plainly in the order of its first
	 * column.
	 */
	static boolean isNeeded(Path file, String column) {
		byte[] key = new byte[LONGEST_KEY];
		byte[] last = new byte[LONGEST_KEY];
		int length = 0;
		int lastLength = -1;
		boolean inKey = true;
		byte[] buffer = new byte[1 << 16];
		try (InputStream bytes = CsvRows.bytes(file)) {
			for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
				for (int i = 0; i < count; i++) {
					byte one = buffer[i];
					if (one == '\n' || one == '\r') {
						inKey = true;
						length = 0;
					}
					else if (inKey && one == '\t') {
						inKey = false;
						if (lastLength < 0) {
							if (!new String(key, 0, length, StandardCharsets.UTF_8).endsWith(column)) {
								return true;
							}
							length = 0;
						}
						else if (Arrays.compareUnsigned(last, 0, lastLength, key, 0, length) > 0) {
							return true;
						}
						byte[] spare = last;
						last = key;
						lastLength = length;
						key = spare;
					}
					else if (inKey) {
						if (length == LONGEST_KEY) {
							return true;
						}
						key[length++] = one;
					}
				}
			}
		}
		catch (IOException ex) {
			// whoever reads it tells what is wrong with it, and from which line on
			return true;
		}
		return false;
	}

	/**
	 * Sorts a file. Rows of one key stay in their order; those without one come first.
	 * @param name what the rejections call the file
	 * @throws IOException if it has no such column
	 */
	static InputStream of(String name, Path file, String column, Rejections rejections) throws IOException {
		List<Run> runs = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(
				new WholeRows(name, new SourceText(name, CsvRows.bytes(file), rejections), '\t', false, rejections))) {
			long number = 1;
			String header = lines.readLine();
			while (header != null && header.isBlank()) {
				header = lines.readLine();
				number++;
			}
			int place = (header != null)
					? Arrays.stream(header.split("\t", -1)).map(String::strip).toList().indexOf(column) : -1;
			if (header == null || place < 0) {
				throw new IOException(name + " has no column \"" + column + "\"");
			}
			Comparator<String> order = Comparator.comparing((line) -> value(line, place + 1));
			List<String> portion = new ArrayList<>();
			long size = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				number++;
				if (!line.isBlank()) {
					portion.add(number + "\t" + line);
					size += line.length() + LINE;
				}
				if (size > PORTION) {
					runs.add(new Run(portion, order));
					portion.clear();
					size = 0;
				}
			}
			runs.add(new Run(portion, order));
			return merged("\t" + header, runs, order);
		}
		finally {
			for (Run run : runs) {
				run.close();
			}
		}
	}

	private static InputStream merged(String header, List<Run> runs, Comparator<String> order) throws IOException {
		FileChannel file = nameless();
		Writer copy = new OutputStreamWriter(Channels.newOutputStream(file), StandardCharsets.UTF_8);
		copy.write(header + "\n");
		PriorityQueue<Run> heads = new PriorityQueue<>(
				Comparator.comparing((Run run) -> run.head, order).thenComparing(runs::indexOf));
		heads.addAll(runs.stream().filter((run) -> !run.head.isEmpty()).toList());
		for (Run run = heads.poll(); run != null; run = heads.poll()) {
			copy.write(run.head + "\n");
			run.advance();
			if (!run.head.isEmpty()) {
				heads.add(run);
			}
		}
		copy.flush();
		return Channels.newInputStream(file.position(0));
	}

	/** The value at a place, from 0; empty if the line is shorter. */
	private static String value(String line, int place) {
		int start = 0;
		for (int i = 0; i < place; i++) {
			start = line.indexOf('\t', start) + 1;
			if (start == 0) {
				return "";
			}
		}
		int end = line.indexOf('\t', start);
		return line.substring(start, (end < 0) ? line.length() : end);
	}

	/** A file that nobody else sees and that goes when it is closed. */
	static FileChannel nameless() throws IOException {
		return FileChannel.open(Files.createTempFile("marquee", null), StandardOpenOption.READ,
				StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
	}

	/** A sorted portion on disk. */
	private static final class Run implements Closeable {

		private final BufferedReader lines;

		/** The line that comes next; empty at the end. */
		private String head = "";

		private Run(List<String> portion, Comparator<String> order) throws IOException {
			portion.sort(order);
			FileChannel file = nameless();
			Writer run = new OutputStreamWriter(Channels.newOutputStream(file), StandardCharsets.UTF_8);
			for (String line : portion) {
				run.write(line + "\n");
			}
			run.flush();
			this.lines = new BufferedReader(
					new InputStreamReader(Channels.newInputStream(file.position(0)), StandardCharsets.UTF_8));
			advance();
		}

		private void advance() throws IOException {
			String line = this.lines.readLine();
			this.head = (line != null) ? line : "";
		}

		@Override
		public void close() throws IOException {
			this.lines.close();
		}

	}

}
