-- Written so that H2 and PostgreSQL both understand it.

create table team (
    id         varchar(100) primary key,
    version    bigint not null,
    body       text not null,
    deleted    boolean not null,
    updated_at timestamp with time zone not null
);

-- Revisions. What a revision says never changes, only its state does.
create table rota (
    id            uuid primary key,
    team          varchar(100) not null references team (id),
    revision      integer not null,
    state         varchar(10) not null,
    planned_from  date not null,
    planned_to    date not null,
    based_on      uuid references rota (id),
    basis         text not null,
    request       text not null,
    answer        text not null,
    hard_score    bigint not null,
    medium_score  bigint not null,
    soft_score    bigint not null,
    made_at       timestamp with time zone not null,
    made_by       varchar(200) not null,
    why           varchar(2000),
    offered_until timestamp with time zone,
    published_at  timestamp with time zone,
    constraint rota_revision unique (team, revision)
);
create index rota_by_period on rota (team, state, planned_from);

-- What was published and holds: of each moment of a tier the last word. What lies in the past was worked.
create table shift (
    id        bigint generated always as identity primary key,
    team      varchar(100) not null references team (id),
    rotation  varchar(64) not null,
    tier      varchar(64) not null,
    member    varchar(100) not null,
    starts_at timestamp with time zone not null,
    ends_at   timestamp with time zone not null,
    rota      uuid not null references rota (id),
    constraint shift_once unique (team, rotation, tier, starts_at)
);
create index shift_by_end on shift (team, ends_at);
create index shift_by_member on shift (member, ends_at);

-- Slots that were swapped: later solves leave them with whom they have.
create table pin (
    team     varchar(100) not null references team (id),
    rotation varchar(64) not null,
    tier     varchar(64) not null,
    slot_day date not null,
    member   varchar(100) not null,
    swap     uuid not null,
    primary key (team, rotation, tier, slot_day)
);

-- Only ever added to.
create table trail (
    id              bigint generated always as identity primary key,
    happened_at     timestamp with time zone not null,
    team            varchar(100) not null,
    rota            uuid,
    who             varchar(200) not null,
    what            varchar(50) not null,
    why             varchar(2000),
    revision_before integer,
    revision_after  integer,
    details         text not null
);
create index trail_by_team on trail (team, id);
create index trail_by_rota on trail (rota, id);
