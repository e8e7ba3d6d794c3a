package app.marquee.ingest;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY: tabs between values, {@code \N} for null,
 * a backslash before what would end a value.
 */
final class CopyText {

	private CopyText() {
	}

	static void append(StringBuilder text, @Nullable Object[] row) {
		for (int index = 0; index < row.length; index++) {
			if (index > 0) {
				text.append('\t');
			}
			append(text, row[index]);
		}
		text.append('\n');
	}

	private static void append(StringBuilder text, @Nullable Object value) {
		if (value == null) {
			text.append("\\N");
		}
		else if (value instanceof BigDecimal number) {
			text.append(number.toPlainString());
		}
		else if (value instanceof Boolean truth) {
			text.append(truth ? 't' : 'f');
		}
		else if (value instanceof CharSequence string) {
			escape(text, string);
		}
		else {
			text.append(value);
		}
	}

	private static void escape(StringBuilder text, CharSequence value) {
		for (int index = 0; index < value.length(); index++) {
			char letter = value.charAt(index);
			switch (letter) {
				case '\\' -> text.append("\\\\");
				case '\t' -> text.append("\\t");
				case '\n' -> text.append("\\n");
				case '\r' -> text.append("\\r");
				default -> text.append(letter);
			}
		}
	}

}
