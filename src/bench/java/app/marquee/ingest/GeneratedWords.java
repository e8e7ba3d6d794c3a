package app.marquee.ingest;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Words for generated titles and names. Titles share their words as real ones do. The frequent ones are written down
 * here, the rare ones are made of syllables; the same number is always the same word.
 */
final class GeneratedWords {

	private static final String[] FREQUENT = """
			love night man girl day life world dead house blood story black last time king boy dark woman city heart
			red christmas little big wild death secret white lost dream road home lady one dance devil star blue fire
			war moon summer return days murder game ghost gold money street river water dragon golden angel people
			child children family kid lord winter garden sun sea shadow mountain island storm rain snow letter train
			bride wedding mother father sister brother daughter son wife husband stranger friend doctor queen prince
			princess soldier killer detective thief hunter captain cowboy circus hotel school town village bridge door
			window mirror key ring rose flower bird wolf tiger lion horse dog cat spider snake fish eagle butterfly
			forest desert ocean lake valley hill field road's stone glass iron silver crystal paper silk velvet steel
			first second third seven three two thousand hundred final new old young good bad great small long short
			hot cold high low deep silent broken hidden forgotten stolen perfect beautiful strange crazy happy lonely
			wonderful terrible innocent sweet bitter burning falling flying running dancing waiting sleeping living
			journey adventure mystery legend tale song music silence voice eyes hands face body soul spirit mind memory
			kiss promise lie truth honor justice revenge crime trial prison escape chase hunt fight battle victory
			paradise heaven hell earth sky space planet future past tomorrow yesterday tonight midnight morning evening
			monday sunday april may september autumn spring holiday carnival party feast bread wine coffee milk honey
			amour nuit jour vie homme femme fille garçon maison mer soleil rêve été chanson enfant monde ville
			noche vida amor hombre mujer casa tierra sangre cielo corazón luna camino muerte ángel niño señora
			nacht liebe leben mann frau haus tod mädchen könig straße zeit welt herz sommer vögel
			notte amore vita uomo donna strada città cuore estate mare morte sole
			""".strip().split("\\s+");

	private static final int WORDS = 200_000;

	private static final double HEAD = 40;

	private static final String[] LATIN = syllables("ba be bo ca ce co da de di do fa fe ga go ha he hi ja jo ka ke ko "
			+ "la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve "
			+ "vi vo wa we ya yo za ze zo ran len mar vin dor kel tan sen bur");

	/** A language, the country whose title it is, and the syllables of its script. */
	record Tongue(String language, String region, String[] syllables) {
	}

	static final List<Tongue> FOREIGN = List.of(
			new Tongue("ru", "RU",
					syllables("ба ве го да жи за ко ла ми но пе ра си та лю ход нов ска тень мор бе ре га ли на")),
			new Tongue("el", "GR", syllables("α βι γα δε ζω θα κο λι μα νη ξε πο ρα σι το φω χα ψυ κα λε ρο να")),
			new Tongue("ja", "JP", syllables("ア イ ウ カ キ ク サ シ タ ツ ナ ニ ハ マ ミ ラ リ ロ ン 夜 愛 人 海 花 月 道 夢 霧 雨")),
			new Tongue("ko", "KR", syllables("가 나 다 라 마 바 사 아 자 하 기 니 리 미 비 시 이 지 고 노 도 로 모 소 오 사랑 밤")),
			new Tongue("cmn", "TW", syllables("大 小 天 地 人 山 水 火 風 雲 龍 虎 花 月 夜 情 愛 生 死 夢 城 江 湖 春 秋 女 子 王")),
			new Tongue("hi", "IN", syllables("का की के गा ची जा ती दा दि ना पा प्र बा मा मे रा री ला वा शा सा सि हा है")),
			new Tongue("ar", "EG", syllables("با تا جا حب دم را زي سا شا صا عا في قا لي ما نو ها وا يا ليل")),
			new Tongue("he", "IL", syllables("א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת")),
			new Tongue("th", "TH", syllables("กา ขา คน งา จา ชา ดา ตา นา บา ปา มา ยา รา ลา วา สา หา รัก")));

	private static final String[] FIRST_NAMES = """
			John Mary David Anna Michael Maria Robert Elena James Julia William Sophie Peter Laura Paul Sarah Thomas
			Emma George Eva Daniel Nina Mark Clara Richard Alice Charles Helen Frank Rosa Jean Marie Pierre Claire
			Jacques Camille François Élodie José Carmen Juan Lucía Luis Inés Pedro Sofía Antonio Pilar Hans Greta Karl
			Ingrid Jürgen Ursula Giovanni Chiara Marco Giulia Luca Silvia Ivan Olga Dmitri Natalia Sergei Tatiana Piotr
			Agnieszka Jan Katarzyna Björn Astrid Lars Sigrid Zoltán Ágnes Hiroshi Yuki Kenji Akiko Takeshi Naomi Wei
			Mei Jun Ling Min-jun Soo-ah Rajesh Priya Arjun Lakshmi Amit Kavita Ahmed Fatima Omar Leila Mehmet Ayşe
			Kwame Ama Chinedu Ngozi Tane Aroha
			""".strip().split("\\s+");

	private static final String[] SURNAMES = """
			Smith Lee Kim García Müller Martin Singh Silva Wang Jones Brown Rossi Dubois Ivanova Novak Tanaka Kumar
			Johnson Williams Khan Nguyen Schmidt López Chen Murphy Kowalski Svensson Nagy Papadopoulos Yılmaz Okafor
			Cohen Suzuki Park O'Brien MacDonald de la Cruz van Dijk Fernández Lefèvre
			""".strip().replace("de la ", "de~la~").replace("van ", "van~").split("\\s+");

	private GeneratedWords() {
	}

	private static String[] syllables(String list) {
		return list.split(" ");
	}

	/** One step of SplitMix64: numbers in a row give numbers that have nothing in common. */
	static long mixed(long number) {
		long mixed = number + 0x9e3779b97f4a7c15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

	/**
	 * Which of so many comes up: the n-th about 1/n as often as the first, but for some
	 * forty at the head that are about as frequent as each other, as in titles
	 * (Mandelbrot's form of Zipf's law).
	 */
	static int ranked(SplittableRandom dice, int many) {
		return (int) (HEAD * (StrictMath.exp(dice.nextDouble() * StrictMath.log(1 + many / HEAD)) - 1));
	}

	/** A title of one to six words. */
	static String title(SplittableRandom dice) {
		int pattern = dice.nextInt(100);
		String one = word(dice);
		if (pattern < 22) {
			return one;
		}
		if (pattern < 42) {
			return "The " + one;
		}
		if (pattern < 60) {
			return one + " " + word(dice);
		}
		if (pattern < 70) {
			return "The " + one + " " + word(dice);
		}
		if (pattern < 78) {
			return one + " of the " + word(dice);
		}
		if (pattern < 84) {
			return "The " + one + " of " + word(dice);
		}
		if (pattern < 89) {
			return one + " and " + word(dice);
		}
		if (pattern < 93) {
			return one + " " + (2 + dice.nextInt(4));
		}
		if (pattern < 97) {
			return one + ": " + word(dice) + " " + word(dice);
		}
		return one + " " + word(dice) + " in the " + word(dice) + " " + word(dice);
	}

	/** A title in another script. */
	static String title(SplittableRandom dice, Tongue tongue) {
		String title = made(dice.nextLong(), tongue.syllables());
		return dice.nextBoolean() ? title : title + " " + made(dice.nextLong(), tongue.syllables());
	}

	private static String word(SplittableRandom dice) {
		int rank = ranked(dice, WORDS);
		String word = (rank < FREQUENT.length) ? FREQUENT[rank] : made(rank, LATIN);
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

	static String firstName(SplittableRandom dice) {
		return FIRST_NAMES[dice.nextInt(FIRST_NAMES.length)];
	}

	static String surname(SplittableRandom dice) {
		int rank = ranked(dice, WORDS);
		if (rank < SURNAMES.length) {
			return SURNAMES[rank].replace('~', ' ');
		}
		String surname = made(-rank, LATIN);
		return Character.toUpperCase(surname.charAt(0)) + surname.substring(1);
	}

	private static String made(long number, String[] syllables) {
		long rest = mixed(number);
		StringBuilder word = new StringBuilder();
		for (int length = 2 + (int) (rest & 1) + (int) ((rest >>> 1) & 1); length > 0; length--) {
			rest = mixed(rest);
			word.append(syllables[(int) Long.remainderUnsigned(rest, syllables.length)]);
		}
		return word.toString();
	}

}
