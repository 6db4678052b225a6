/** The events of auth. None carries a password, a code, a token or a key. */
export const authEvents = {
  'user.registered': 'A person has an account.',
  'user.updated': 'A person changed their profile or second step, or their membership was changed.',
  'user.logged_in': 'A person signed in.',
  'user.logged_out': 'A person signed out.',
  'user.login_failed': 'Somebody gave a wrong password, or an address that nobody has.',
  'user.password_changed': 'A person changed or reset their password.',
  'session.revoked': 'A session was ended by its owner, an administrator or a replayed token.',
  'invitation.created': 'Somebody was invited into a company.',
  'invitation.accepted': 'An invitation was accepted.',
  'invitation.withdrawn': 'An invitation was withdrawn.',
  'api_key.created': 'An API key was made.',
  'api_key.revoked': 'An API key was revoked.',
  'role.created': 'A company made a role of its own.',
  'role.updated': 'A company changed a role of its own.',
  'role.deleted': 'A company removed a role of its own.',
}
