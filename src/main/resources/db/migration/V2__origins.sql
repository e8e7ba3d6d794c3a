-- Whose data it is, where that is not the source's own: what several sources have from one, one says.
alter table source add column origin varchar(80);
alter table film_rating add column origin varchar(80);

-- No source that is read gives them.
alter table person drop column birth_year;
alter table person drop column death_year;
