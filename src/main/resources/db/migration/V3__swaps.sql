-- Swapped slots that go on counting as done for somebody else than whoever works them.
create table credit (
    team     varchar(100) not null references team (id),
    rotation varchar(64) not null,
    tier     varchar(64) not null,
    slot_day date not null,
    worked   varchar(100) not null,
    credited varchar(100) not null,
    primary key (team, rotation, tier, slot_day)
);

-- Swaps, whatever became of them.
create table swap (
    id         uuid primary key,
    team       varchar(100) not null references team (id),
    rota       uuid not null references rota (id),
    status     varchar(10) not null,
    body       text not null,
    changed_at timestamp with time zone not null
);
create index swap_by_team on swap (team, changed_at);
