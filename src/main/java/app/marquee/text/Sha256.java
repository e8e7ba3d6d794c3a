package app.marquee.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is stored and served. */
public final class Sha256 {

	private Sha256() {
	}

	/** All 256 bits, in hexadecimal digits. */
	public static String hex(byte[] content) {
		return HexFormat.of().formatHex(of(content));
	}

	/** The first 48 bits, in hexadecimal digits: enough to tell versions apart. */
	public static String tag(byte[] content) {
		return HexFormat.of().formatHex(of(content), 0, 6);
	}

	private static byte[] of(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
