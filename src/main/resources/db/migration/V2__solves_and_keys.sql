-- Solves, from before they are acknowledged until they are forgotten.
create table solve (
    id         uuid primary key,
    team       varchar(100) references team (id),
    made_by    varchar(200) not null,
    why        varchar(2000),
    basis      text not null,
    status     varchar(10) not null,
    starts     integer not null,
    request    text not null,
    best       text,
    elapsed_ms bigint not null,
    answer     text,
    problem    text,
    taken_at   timestamp with time zone not null,
    ended_at   timestamp with time zone
);
create index solve_by_status on solve (status, taken_at);

-- What was answered to a request with an idempotency key.
create table answered (
    idempotency_key varchar(200) not null,
    route           varchar(500) not null,
    digest          varchar(64) not null,
    status          integer not null,
    headers         text not null,
    body            text,
    answered_at     timestamp with time zone not null,
    primary key (idempotency_key, route)
);

-- Which leave came from which event of an absence feed.
create table absence (
    team      varchar(100) not null references team (id),
    member    varchar(100) not null,
    uid       varchar(500) not null,
    first_day date not null,
    last_day  date not null,
    primary key (team, member, uid, first_day, last_day)
);
