-- "folded" holds a title's key from now on (the class Titles): no spaces, numbers as digits, no doubled letters. What is
-- there comes close; a film's titles get their exact keys when it is next written.
update film_title set folded = replace(folded, ' ', '');

-- The key of what stands before a colon, a dash or a bracket: films are looked up by it too, for sources leave subtitles out.
alter table film_title add column head varchar(500);
create index film_title_by_head on film_title (head);
