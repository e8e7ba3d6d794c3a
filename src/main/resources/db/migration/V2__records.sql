-- What a record says is judged when somebody asks: its statements are made from it, and stored nowhere else.
drop table claim;

-- Counted when a person's page or document is made; so a film's new credit does not touch the person.
alter table person drop column film_count;

-- What was imported, and what became of it.
create table import_run (
    id             bigint primary key,
    source_id      bigint not null references source on delete cascade,
    -- ISO 8601, to the precision that is known
    as_of          varchar(10),
    started_at     timestamp with time zone not null,
    ended_at       timestamp with time zone not null,
    -- false: somebody stopped it
    complete       boolean not null,
    records_read   bigint not null,
    films_created  bigint not null,
    films_matched  bigint not null,
    records_updated bigint not null,
    records_unchanged bigint not null,
    records_gone   bigint not null,
    records_in_doubt bigint not null,
    lines_rejected bigint not null
);
create index import_run_by_source on import_run (source_id, ended_at);
