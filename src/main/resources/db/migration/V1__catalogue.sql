-- The whole catalogue. One list of statements that H2 (in PostgreSQL mode) and PostgreSQL both run:
-- no vendor types, no vendor functions, text as bounded varchar (H2 would make a CLOB of "text").
-- Ids are given by the one writer there is (it holds the lock on the row in "catalogue"), so that batches know them.

-- The catalogue revision and the numbers that no page may count for itself: one row.
create table catalogue (
    id             integer primary key check (id = 1),
    -- when these tables were made: by this a search index knows its catalogue
    created_at     timestamp with time zone not null,
    revision       bigint not null,
    changed_at     timestamp with time zone not null,
    film_count     bigint not null,
    person_count   bigint not null,
    review_count   bigint not null,
    -- C in the weighted rating: the mean of all believed ratings, to a tenth; null while nothing is rated
    mean_rating    numeric(3, 1) check (mean_rating between 0 and 10),
    -- m in the weighted rating, as the films are weighed; null while none is
    minimum_votes  integer,
    -- reviews have addresses: the id of one that was taken out is never given again
    highest_review bigint not null default 0
);
insert into catalogue (id, created_at, revision, changed_at, film_count, person_count, review_count)
values (1, current_timestamp, 0, current_timestamp, 0, 0, 0);

create table decade (
    decade         integer primary key check (mod(decade, 10) = 0),
    film_count     bigint not null
);

-- ---------------------------------------------------------------- films and people

create table film (
    id                  bigint primary key,
    slug                varchar(160) not null unique,
    title               varchar(500) not null check (title <> ''),
    sort_title          varchar(500) not null,
    release_year        integer check (release_year between 1870 and 2199),
    runtime             integer check (runtime between 1 and 99999),
    certificate         varchar(40) check (certificate <> ''),
    synopsis            varchar(20000) check (synopsis <> ''),
    -- of what its poster is drawn from, a hash: pages name it in the poster's address
    poster_version      varchar(8) not null,
    -- believed: mean score out of 10, and how many gave it (null: the source does not say)
    rating              numeric(3, 1) check (rating between 0 and 10),
    votes               integer check (votes > 0),
    weighted_rating     numeric(6, 4),
    -- how well it is known: the most votes that any source counts, by the source's scale
    fame                integer check (fame >= 0),
    review_count        integer not null default 0,
    scored_review_count integer not null default 0,
    review_mean         numeric(4, 2) check (review_mean between 0 and 10),
    -- true when a claim is disputed, rejected or tells something besides: the film page then asks for the claims
    remarked            boolean not null default false,
    -- true when a service offers it or offered it: the film page then asks where
    offered             boolean not null default false,
    added_at            timestamp with time zone not null,
    changed_at          timestamp with time zone not null,
    revision            bigint not null,
    check (votes is null or rating is not null)
);
create index film_by_revision on film (revision, id);
create index film_by_added_at on film (added_at desc, id desc);
create index film_by_weighted_rating on film (weighted_rating desc, rating desc, sort_title);

-- Slugs that a film or a person had once: they redirect for ever, and are never given to another.
create table former_film_slug (
    slug           varchar(160) primary key,
    film_id        bigint,
    -- the record that spoke of the film last, where it was withdrawn: if that comes back, the film has its address again
    source         varchar(80),
    source_key     varchar(300)
);
create index former_film_slug_by_film on former_film_slug (film_id);
create index former_film_slug_by_key on former_film_slug (source_key);

-- Films that were taken out: the search index takes them out too when it follows the revision.
create table removed_film (
    film_id        bigint primary key,
    revision       bigint not null
);
create index removed_film_by_revision on removed_film (revision);

create table film_title (
    film_id        bigint not null,
    position       integer not null,
    title          varchar(500) not null check (title <> ''),
    -- its key (the class Titles): no spaces, numbers as digits, no doubled letters
    folded         varchar(500) not null,
    -- the key of what stands before a colon, a dash or a bracket: sources leave subtitles out
    head           varchar(500),
    kind           varchar(12) not null check (kind in ('main', 'original', 'alternative')),
    primary key (film_id, position)
);
create index film_title_by_folded on film_title (folded);
create index film_title_by_head on film_title (head);

create table film_external_id (
    scheme         varchar(20) not null,
    identifier     varchar(60) not null,
    film_id        bigint not null,
    -- the identifier first: a batch asks for many of one scheme
    primary key (identifier, scheme)
);
create index film_external_id_by_film on film_external_id (film_id);

create table genre (
    id             bigint primary key,
    slug           varchar(160) not null unique,
    name           varchar(80) not null check (name <> ''),
    film_count     bigint not null default 0
);

create table film_genre (
    film_id         bigint not null,
    position        integer not null,
    genre_id        bigint not null,
    -- pushed here from the film, so that a genre's best films come from one index
    weighted_rating numeric(6, 4),
    primary key (film_id, position),
    unique (film_id, genre_id)
);
create index film_genre_by_rating on film_genre (genre_id, weighted_rating desc nulls last, film_id);

create table company (
    id             bigint primary key,
    slug           varchar(160) not null unique,
    name           varchar(300) not null check (name <> '')
);

create table film_company (
    film_id        bigint not null,
    position       integer not null,
    company_id     bigint not null,
    role           varchar(40) not null,
    primary key (film_id, position)
);
create index film_company_by_company on film_company (company_id);

create table person (
    id             bigint primary key,
    slug           varchar(160) not null unique,
    name           varchar(300) not null check (name <> ''),
    sort_name      varchar(300) not null,
    revision       bigint not null
);
create index person_by_revision on person (revision, id);

create table former_person_slug (
    slug           varchar(160) primary key,
    person_id      bigint,
    -- of an address that leads to nobody: the film that credited them last, and the ids that sources
    -- knew them by, with blanks between; credited there again, they have it again
    film_id        bigint,
    refs           varchar(4000)
);
create index former_person_slug_by_person on former_person_slug (person_id);
create index former_person_slug_by_film on former_person_slug (film_id);

create table removed_person (
    person_id      bigint primary key,
    revision       bigint not null
);
create index removed_person_by_revision on removed_person (revision);

-- Other spellings of a person's name.
create table person_name (
    person_id      bigint not null,
    name           varchar(300) not null check (name <> ''),
    primary key (person_id, name)
);

create table person_external_id (
    scheme         varchar(20) not null,
    identifier     varchar(60) not null,
    person_id      bigint not null,
    -- the identifier first: a batch asks for many of one scheme
    primary key (identifier, scheme)
);
create index person_external_id_by_person on person_external_id (person_id);

create table credit (
    id             bigint primary key,
    film_id        bigint not null,
    person_id      bigint not null,
    department     varchar(20) not null check (department in ('cast', 'directing', 'writing', 'production', 'camera',
                       'editing', 'music', 'sound', 'design', 'effects', 'other')),
    job            varchar(100) not null check (job <> ''),
    played         varchar(1000) check (played <> ''),
    billing        integer not null,
    -- the film's, pushed here, so that somebody's best known films come from one index
    fame           integer
);
create index credit_by_film on credit (film_id);
create index credit_by_person on credit (person_id, fame desc nulls last, film_id);

-- ---------------------------------------------------------------- who said what

create table source (
    id             bigint primary key,
    slug           varchar(80) not null unique,
    name           varchar(200) not null check (name <> ''),
    kind           varchar(12) not null check (kind in ('page', 'data set', 'list', 'curator')),
    trust          integer not null check (trust between 0 and 100),
    -- ISO 8601, to the precision that is known: 2022, 2022-03 or 2022-03-31; null: the source gives no date
    as_of          varchar(10),
    licence        varchar(500),
    about          varchar(2000),
    -- whose data it is, by name, where it is not its own: what several sources have from one, one says
    origin         varchar(80),
    -- how many votes of others one of its votes is like; 0: that is being changed
    vote_scale     numeric(12, 4) not null default 1,
    record_count   bigint not null default 0,
    -- comes from the seeds, and goes when its seed goes
    seeded         boolean not null default false
);

create table source_record (
    id             bigint primary key,
    source_id      bigint not null,
    source_key     varchar(300) not null,
    film_id        bigint not null,
    -- the whole record, in the format of seeds/, and the SHA-256 of it: an unchanged record is passed over
    content        varchar(1000000) not null,
    content_hash   char(64) not null,
    recorded_at    timestamp with time zone not null,
    unique (source_key, source_id)
);
create index source_record_by_source on source_record (source_id);
create index source_record_by_film on source_record (film_id);
-- what is related is found without reading the records themselves
create index source_record_by_film_and_key on source_record (film_id, source_key, source_id);

-- Records that may speak of one of several films, or of one that contradicts them: kept apart until
-- a curator settles them, or until a later import makes it plain.
create table doubtful_record (
    source_id      bigint not null,
    source_key     varchar(300) not null,
    title          varchar(500) not null,
    content        varchar(1000000) not null,
    -- slugs of the films that it may speak of, with commas between, as an export names them
    candidates     varchar(4000) not null,
    recorded_at    timestamp with time zone not null,
    primary key (source_id, source_key)
);

-- What was imported, and what became of it.
create table import_run (
    id                bigint primary key,
    source_id         bigint not null,
    -- ISO 8601, to the precision that is known
    as_of             varchar(10),
    started_at        timestamp with time zone not null,
    ended_at          timestamp with time zone not null,
    -- false: somebody stopped it
    complete          boolean not null,
    records_read      bigint not null,
    films_created     bigint not null,
    films_matched     bigint not null,
    records_updated   bigint not null,
    records_unchanged bigint not null,
    records_gone      bigint not null,
    records_in_doubt  bigint not null,
    lines_rejected    bigint not null,
    revision          bigint not null
);
create index import_run_by_source on import_run (source_id, ended_at);

create table film_rating (
    film_id        bigint not null,
    source_id      bigint not null,
    rating         numeric(3, 1) not null check (rating between 0 and 10),
    votes          integer check (votes > 0),
    -- whose it is, by name, where the source passes on another's
    origin         varchar(80),
    primary key (film_id, source_id)
);

-- What a record calls related, by the source's own keys: what they lead to may come later, go, or move.
create table record_relation (
    record_id       bigint not null,
    position        integer not null,
    related_key     varchar(300) not null,
    primary key (record_id, position)
);
create index record_relation_by_key on record_relation (related_key);

-- ---------------------------------------------------------------- what viewers wrote

create table review (
    id             bigint primary key,
    film_id        bigint not null,
    source_id      bigint not null,
    -- with the record, a review keeps its id from one film to another
    record_id      bigint not null,
    source_key     varchar(100) not null,
    author         varchar(200) check (author <> ''),
    score          numeric(3, 1) check (score between 0 and 10),
    text           varchar(20000) not null check (text <> ''),
    -- true: our summary of the viewer's text, not the text itself
    summarised     boolean not null,
    spoiler        boolean not null,
    -- why it seems to speak of another film; null: no doubt
    doubt          varchar(1000) check (doubt <> ''),
    -- ISO 8601 to the precision that is known; null: undated
    written_on     varchar(10),
    position       integer not null,
    unique (record_id, source_key)
);
create index review_by_film on review (film_id, position, id);
create index review_by_score on review (film_id, score, id);

-- ---------------------------------------------------------------- where to watch

create table provider (
    id             bigint primary key,
    slug           varchar(160) not null unique,
    name           varchar(200) not null check (name <> ''),
    film_count     bigint not null default 0,
    -- ISO 8601: when somebody last looked what it offers
    last_checked   varchar(10),
    -- ISO 8601: the earliest day on which an offer that still stands was checked
    oldest_check   varchar(10)
);

-- The regions that a service's offers are for, as far as they are stated.
create table provider_region (
    provider_id    bigint not null,
    region         char(2) not null,
    primary key (provider_id, region)
);

create table offer (
    id             bigint primary key,
    film_id        bigint not null,
    provider_id    bigint not null,
    source_id      bigint not null,
    kind           varchar(10) not null check (kind in ('stream', 'free', 'ads', 'rent', 'buy')),
    -- ISO 3166-1 alpha-2; null: the source does not say
    region         char(2),
    price          numeric(8, 2) check (price >= 0),
    currency       char(3),
    quality        varchar(20),
    link           varchar(2000),
    -- ISO 8601 to the precision that is known
    since          varchar(10),
    checked_on     varchar(10) not null,
    ended_on       varchar(10),
    check ((price is null) = (currency is null))
);
create index offer_by_film on offer (film_id);
create index offer_by_provider on offer (provider_id, film_id);

-- ---------------------------------------------------------------- who points at whom

-- After the indexes: H2 makes one of its own for each of these columns, unless it has one that is of nothing else.
alter table former_film_slug add foreign key (film_id) references film on delete set null;
alter table film_title add foreign key (film_id) references film on delete cascade;
alter table film_external_id add foreign key (film_id) references film on delete cascade;
alter table film_genre add foreign key (film_id) references film on delete cascade;
alter table film_genre add foreign key (genre_id) references genre;
alter table film_company add foreign key (film_id) references film on delete cascade;
alter table film_company add foreign key (company_id) references company;
alter table former_person_slug add foreign key (person_id) references person on delete set null;
alter table former_person_slug add foreign key (film_id) references film on delete set null;
alter table person_name add foreign key (person_id) references person on delete cascade;
alter table person_external_id add foreign key (person_id) references person on delete cascade;
alter table credit add foreign key (film_id) references film on delete cascade;
alter table credit add foreign key (person_id) references person;
alter table source_record add foreign key (source_id) references source;
alter table source_record add foreign key (film_id) references film on delete cascade;
alter table record_relation add foreign key (record_id) references source_record on delete cascade;
alter table doubtful_record add foreign key (source_id) references source on delete cascade;
alter table import_run add foreign key (source_id) references source on delete cascade;
alter table film_rating add foreign key (film_id) references film on delete cascade;
alter table film_rating add foreign key (source_id) references source;
alter table review add foreign key (film_id) references film on delete cascade;
alter table review add foreign key (source_id) references source;
alter table review add foreign key (record_id) references source_record on delete cascade;
alter table provider_region add foreign key (provider_id) references provider on delete cascade;
alter table offer add foreign key (film_id) references film on delete cascade;
alter table offer add foreign key (provider_id) references provider;
alter table offer add foreign key (source_id) references source;
