package app.marquee.browser;

/** One page of each kind that the catalogue has, in the states that differ. */
enum KindOfPage {

	HOME("/"), FILMS("/films"), FILMS_NARROWED("/films?genre=drama&decade=1990"), FILMS_WITH_WORDS("/films?q=ruptash"),
	FILMS_WITH_A_SLIP("/films?q=metroplis"), NOTHING_FOUND("/films?q=xyzzy+qqq"),
	FILM("/films/leaving-metropolis-2002"), BARE_FILM("/films/leaving-las-vegas"),
	FILM_IN_DOUBT("/films/the-killers-leaving-las-vegas-2007"), CREDITS("/films/leaving-metropolis-2002/credits"),
	WATCH("/films/romper-stomper-1992/watch"), WATCH_NOTHING_KNOWN("/films/leaving-metropolis-2002/watch"),
	WATCH_NOT_HERE("/films/romper-stomper-1992/watch?region=CA"), REVIEWS("/films/leaving-metropolis-2002/reviews"),
	REVIEWS_NONE("/films/buddies-1985/reviews"), REVIEW("/films/leaving-metropolis-2002/reviews/8"),
	SOURCES("/films/leaving-metropolis-2002/sources"), PEOPLE("/people"), PERSON("/people/brad-fraser"),
	GENRES("/genres"), GENRE("/genres/drama"), PROVIDERS("/providers"), PROVIDER("/providers/netflix"), ABOUT("/about"),
	NOT_FOUND("/films/leaving-metropolis", 404), BAD_PARAMETER("/films?decade=soon", 400);

	private final String path;

	private final int status;

	KindOfPage(String path) {
		this(path, 200);
	}

	KindOfPage(String path, int status) {
		this.path = path;
		this.status = status;
	}

	String path() {
		return this.path;
	}

	int status() {
		return this.status;
	}

	@Override
	public String toString() {
		return this.path;
	}

}
