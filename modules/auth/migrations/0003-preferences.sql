-- How a person wants to see things, wherever they sign in.
alter table auth.user
  add column language text constraint user_language_check check (language in ('en', 'hi', 'ar', 'tr')),
  add column theme text not null default 'system'
    constraint user_theme_check check (theme in ('system', 'light', 'dark')),
  add column time_zone text constraint user_time_zone_check check (char_length(time_zone) <= 64);
