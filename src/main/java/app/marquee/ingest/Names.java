package app.marquee.ingest;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The names of people by their ids, packed in a file in the order of the ids; in memory
 * is only where each eighth stands. A name costs up to three bytes of memory: 13 million,
 * which is all that IMDb has, 39 MB. A look-up reads some 200 bytes.
 */
final class Names implements Closeable {

	private static final int BLOCK = 8;

	private final FileChannel file;

	private final DataOutputStream out;

	private long[] keys = new long[1024];

	private int[] places = new int[1025];

	private int blocks;

	private long count;

	private long last = -1;

	/** Where the next name goes. */
	private long place;

	private @Nullable MappedByteBuffer names;

	Names() throws IOException {
		this.file = SortedCopy.nameless();
		this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(this.file), 1 << 16));
	}

	/**
	 * Adds a name; ids come in the order of their text.
	 * @return false if the id is there already
	 */
	boolean add(long key, String name) throws IOException {
		if (key <= this.last) {
			return false;
		}
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		if (this.place > Integer.MAX_VALUE - bytes.length - Long.SIZE) {
			throw new IOException("The names of the people take more than 2 GB; IMDb's take 0.3");
		}
		if (this.count % BLOCK == 0) {
			if (this.blocks == this.keys.length) {
				this.keys = Arrays.copyOf(this.keys, this.blocks * 2);
				this.places = Arrays.copyOf(this.places, this.blocks * 2 + 1);
			}
			this.keys[this.blocks] = key;
			this.places[this.blocks++] = (int) this.place;
		}
		this.out.writeLong(key);
		this.out.writeShort(bytes.length);
		this.out.write(bytes);
		this.place += Long.BYTES + Short.BYTES + bytes.length;
		this.last = key;
		this.count++;
		return true;
	}

	/** To be called when all names are added. */
	void finish() throws IOException {
		this.out.flush();
		this.places[this.blocks] = (int) this.place;
		this.names = this.file.map(FileChannel.MapMode.READ_ONLY, 0, this.place);
	}

	@Nullable String of(long key) {
		int found = Arrays.binarySearch(this.keys, 0, this.blocks, key);
		int block = (found >= 0) ? found : -found - 2;
		if (block < 0 || this.names == null) {
			return null;
		}
		for (int at = this.places[block]; at < this.places[block + 1];) {
			int length = this.names.getShort(at + Long.BYTES);
			int start = at + Long.BYTES + Short.BYTES;
			if (this.names.getLong(at) == key) {
				byte[] name = new byte[length];
				this.names.get(start, name);
				return new String(name, StandardCharsets.UTF_8);
			}
			at = start + length;
		}
		return null;
	}

	/**
	 * An id such as {@code nm0000115} as a number that has the order of its text;
	 * negative if it is none.
	 */
	static long key(@Nullable String id) {
		if (id == null || id.length() < 9 || id.length() > 12 || !id.startsWith("nm")) {
			return -1;
		}
		long key = 0;
		for (int i = 2; i < 12; i++) {
			int digit = (i < id.length()) ? id.charAt(i) - '0' : -1;
			if (digit > 9 || digit < 0 && i < id.length()) {
				return -1;
			}
			// no digit comes before all digits
			key = key * 11 + digit + 1;
		}
		return key;
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
