-- Addresses of calendars; of the token in an address only the digest.
create table feed (
    id       uuid primary key,
    team     varchar(100) not null references team (id),
    digest   varchar(64) not null unique,
    rotation varchar(64),
    tier     varchar(64),
    member   varchar(100),
    profile  varchar(20) not null,
    made_at  timestamp with time zone not null,
    made_by  varchar(200) not null
);
create index feed_by_team on feed (team, made_at);

-- What the calendars of a team have said so far.
create table sent (
    team    varchar(100) primary key references team (id),
    events  text not null,
    sent_at timestamp with time zone not null
);
