-- Menus after a change to a published rota, from before they are acknowledged until they are forgotten.
create table menu (
    id       uuid primary key,
    rota     uuid not null references rota (id),
    basis    text not null,
    status   varchar(10) not null,
    starts   integer not null,
    request  text not null,
    answer   text,
    taken_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index menu_by_end on menu (ended_at);
