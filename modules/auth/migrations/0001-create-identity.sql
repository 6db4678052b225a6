-- People, their memberships and everything they sign in with. A person belongs to the installation, not to a company:
-- the app role has no right on tables without a company, and sign-in runs as the relay role.
create schema auth;

create table auth.user (
  id uuid primary key,
  email text not null unique,
  name text not null,
  phone text,
  password_hash text,
  status text not null default 'active' check (status in ('active', 'disabled')),
  email_verified_at timestamptz,
  -- Sealed; another row's secret does not open here. Set before the first code, active from `totp_enabled_at`.
  totp_secret text,
  totp_enabled_at timestamptz,
  -- The step of the last accepted code: no code is taken twice.
  totp_last_step bigint,
  password_changed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Roles of a company's own making; `grants` is an allow-list of {permission, scope}.
create table auth.role (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  grants jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, name)
);

create table auth.membership (
  company_id uuid not null,
  id uuid not null,
  user_id uuid not null references auth.user,
  role text not null,
  role_id uuid,
  shop_ids uuid[] not null default '{}',
  customer_id uuid,
  status text not null default 'active' check (status in ('active', 'disabled')),
  -- Tokens carry it; a token with another one is refused, so a changed role is felt within seconds.
  permission_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, user_id),
  foreign key (company_id, role_id) references auth.role (company_id, id),
  check ((role = 'custom') = (role_id is not null))
);
create index membership_user on auth.membership (user_id);
create index membership_role on auth.membership (company_id, role_id) where role_id is not null;

-- One sign-in on one device; its refresh tokens are a family that ends with it.
create table auth.session (
  company_id uuid not null,
  id uuid primary key,
  user_id uuid not null references auth.user,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_for text,
  address text not null,
  agent text not null
);
create index session_of_user on auth.session (user_id, last_used_at);
create index session_expiry on auth.session (expires_at);

create table auth.refresh_token (
  hash text primary key,
  session_id uuid not null references auth.session on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Address and program of the call that used it: two tabs of one device may collide, two devices never share a token.
  used_from text
);
create index refresh_token_session on auth.refresh_token (session_id);

create table auth.token_key (
  kid text primary key,
  private_jwk text not null,
  public_jwk jsonb not null,
  not_after timestamptz not null,
  created_at timestamptz not null
);

-- A key acts for whoever made it, within the scopes it was given.
create table auth.api_key (
  company_id uuid not null,
  id uuid primary key,
  user_id uuid not null references auth.user,
  name text not null,
  prefix text not null unique,
  hash text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_company on auth.api_key (company_id, created_at);

create table auth.invitation (
  company_id uuid not null,
  id uuid primary key,
  email text not null,
  role text not null,
  role_id uuid,
  shop_ids uuid[] not null default '{}',
  customer_id uuid,
  invited_by text not null,
  company_name text,
  -- Written when the mail is: no table ever holds a token that could be used.
  token_hash text unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  foreign key (company_id, role_id) references auth.role (company_id, id)
);
create index invitation_company on auth.invitation (company_id, created_at);

-- Sign-ups wait here until the mailbox is proven, so known and unknown addresses are treated alike.
create table auth.registration (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  customer_of uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index registration_expiry on auth.registration (expires_at);

-- Links that work once: password reset, proof of a mailbox, the second step of a sign-in.
create table auth.link (
  hash text primary key,
  purpose text not null check (purpose in ('reset', 'verify', 'mfa')),
  subject_id uuid not null,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index link_subject on auth.link (subject_id);
create index link_expiry on auth.link (expires_at);

create table auth.recovery_code (
  user_id uuid not null references auth.user on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

-- Attempts in a window of time, counted before the work that they may cost.
create table auth.attempt (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index attempt_end on auth.attempt (ends_at);

-- Mails that are owed. Who writes one makes its link there and then, so nothing usable lies here.
create table auth.mail (
  id uuid primary key,
  kind text not null,
  email text not null,
  data jsonb not null default '{}',
  tries integer not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null
);
create index mail_due on auth.mail (next_at);
