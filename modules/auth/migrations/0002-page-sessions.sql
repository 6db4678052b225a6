-- A browser's session has one token that lives as long as it does, in a cookie that no script can read; its hash is here.
alter table auth.session add column page_hash text unique;
