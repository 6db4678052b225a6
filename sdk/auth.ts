// Written by tools/sdk.ts from the registry.


export type AuthRegisterBody = {
  email: string
  password: string
  name: string
  companySlug?: string
}

export type AuthRegisterAnswer = {
  accepted?: boolean | null
}

export type AuthVerifyEmailBody = {
  token: string
}

export type AuthVerifyEmailAnswer = {
  verified?: boolean | null
}

export type AuthLoginBody = {
  email: string
  password: string
  companyId?: string
  keep?: 'tokens' | 'page'
}

export type AuthLoginAnswer = {
  mfaRequired?: boolean | null
  challenge?: string | null
  accessToken?: string | null
  refreshToken?: string | null
  pageToken?: string | null
  tokenType?: string | null
  expiresIn?: number | null
  user?: {
    id: string
    email: string
    name: string
    phone?: string | null
    language?: 'en' | 'hi' | 'ar' | 'tr' | null
    theme?: 'system' | 'light' | 'dark' | null
    timeZone?: string | null
    role: string
    roleName?: string | null
    companyId?: string | null
    shopIds?: string[] | null
    customerId?: string | null
    emailVerified?: boolean | null
    mfaEnabled?: boolean | null
    memberships?: {
      companyId: string
      companyName?: string | null
      role: string
      roleName?: string | null
      shopIds?: string[] | null
    }[] | null
  } | null
}

export type AuthFinishLoginBody = {
  challenge: string
  code: string
  keep?: 'tokens' | 'page'
}

export type AuthFinishLoginAnswer = {
  mfaRequired?: boolean | null
  challenge?: string | null
  accessToken?: string | null
  refreshToken?: string | null
  pageToken?: string | null
  tokenType?: string | null
  expiresIn?: number | null
  user?: {
    id: string
    email: string
    name: string
    phone?: string | null
    language?: 'en' | 'hi' | 'ar' | 'tr' | null
    theme?: 'system' | 'light' | 'dark' | null
    timeZone?: string | null
    role: string
    roleName?: string | null
    companyId?: string | null
    shopIds?: string[] | null
    customerId?: string | null
    emailVerified?: boolean | null
    mfaEnabled?: boolean | null
    memberships?: {
      companyId: string
      companyName?: string | null
      role: string
      roleName?: string | null
      shopIds?: string[] | null
    }[] | null
  } | null
}

export type AuthRefreshTokenBody = {
  refreshToken: string
}

export type AuthRefreshTokenAnswer = {
  mfaRequired?: boolean | null
  challenge?: string | null
  accessToken?: string | null
  refreshToken?: string | null
  pageToken?: string | null
  tokenType?: string | null
  expiresIn?: number | null
  user?: {
    id: string
    email: string
    name: string
    phone?: string | null
    language?: 'en' | 'hi' | 'ar' | 'tr' | null
    theme?: 'system' | 'light' | 'dark' | null
    timeZone?: string | null
    role: string
    roleName?: string | null
    companyId?: string | null
    shopIds?: string[] | null
    customerId?: string | null
    emailVerified?: boolean | null
    mfaEnabled?: boolean | null
    memberships?: {
      companyId: string
      companyName?: string | null
      role: string
      roleName?: string | null
      shopIds?: string[] | null
    }[] | null
  } | null
}

export type AuthLogoutBody = {
  refreshToken?: string
}

export type AuthLogoutAnswer = {
  ended?: number | null
}

export type AuthSwitchCompanyBody = {
  companyId: string
  keep?: 'tokens' | 'page'
}

export type AuthSwitchCompanyAnswer = {
  mfaRequired?: boolean | null
  challenge?: string | null
  accessToken?: string | null
  refreshToken?: string | null
  pageToken?: string | null
  tokenType?: string | null
  expiresIn?: number | null
  user?: {
    id: string
    email: string
    name: string
    phone?: string | null
    language?: 'en' | 'hi' | 'ar' | 'tr' | null
    theme?: 'system' | 'light' | 'dark' | null
    timeZone?: string | null
    role: string
    roleName?: string | null
    companyId?: string | null
    shopIds?: string[] | null
    customerId?: string | null
    emailVerified?: boolean | null
    mfaEnabled?: boolean | null
    memberships?: {
      companyId: string
      companyName?: string | null
      role: string
      roleName?: string | null
      shopIds?: string[] | null
    }[] | null
  } | null
}

export type AuthVerifyAnswer = {
  valid?: boolean | null
  kind?: 'user' | 'key' | null
  id?: string | null
  name?: string | null
  role?: string | null
  companyId?: string | null
  shopIds?: string[] | null
  customerId?: string | null
  permissions?: Record<string, unknown> | null
}

export type AuthReadProfileAnswer = {
  id: string
  email: string
  name: string
  phone?: string | null
  language?: 'en' | 'hi' | 'ar' | 'tr' | null
  theme?: 'system' | 'light' | 'dark' | null
  timeZone?: string | null
  role: string
  roleName?: string | null
  companyId?: string | null
  shopIds?: string[] | null
  customerId?: string | null
  emailVerified?: boolean | null
  mfaEnabled?: boolean | null
  memberships?: {
    companyId: string
    companyName?: string | null
    role: string
    roleName?: string | null
    shopIds?: string[] | null
  }[] | null
}

export type AuthUpdateProfileBody = {
  name?: string
  phone?: string
  language?: 'en' | 'hi' | 'ar' | 'tr'
  theme?: 'system' | 'light' | 'dark'
  timeZone?: string
}

export type AuthUpdateProfileAnswer = {
  id: string
  email: string
  name: string
  phone?: string | null
  language?: 'en' | 'hi' | 'ar' | 'tr' | null
  theme?: 'system' | 'light' | 'dark' | null
  timeZone?: string | null
  role: string
  roleName?: string | null
  companyId?: string | null
  shopIds?: string[] | null
  customerId?: string | null
  emailVerified?: boolean | null
  mfaEnabled?: boolean | null
  memberships?: {
    companyId: string
    companyName?: string | null
    role: string
    roleName?: string | null
    shopIds?: string[] | null
  }[] | null
}

export type AuthChangePasswordBody = {
  currentPassword: string
  newPassword: string
}

export type AuthChangePasswordAnswer = {
  accepted?: boolean | null
}

export type AuthForgotPasswordBody = {
  email: string
}

export type AuthForgotPasswordAnswer = {
  accepted?: boolean | null
}

export type AuthResetPasswordBody = {
  token: string
  password: string
}

export type AuthResetPasswordAnswer = {
  accepted?: boolean | null
}

export type AuthEnableSecondStepBody = {
  password: string
}

export type AuthEnableSecondStepAnswer = {
  secret?: string | null
  uri?: string | null
}

export type AuthConfirmSecondStepBody = {
  code: string
}

export type AuthConfirmSecondStepAnswer = {
  recoveryCodes?: string[] | null
}

export type AuthDisableSecondStepBody = {
  password: string
  code: string
}

export type AuthDisableSecondStepAnswer = {
  enabled?: boolean | null
}

export type AuthNewRecoveryCodesBody = {
  code: string
}

export type AuthNewRecoveryCodesAnswer = {
  recoveryCodes?: string[] | null
}

export type AuthListSessionsAnswer = {
  id: string
  companyId?: string | null
  createdAt?: string | null
  lastUsedAt?: string | null
  expiresAt?: string | null
  address?: string | null
  agent?: string | null
  current?: boolean | null
}

export type AuthEndSessionAnswer = {
  id: string
}

export type AuthListMembersAnswer = {
  id: string
  email?: string | null
  name?: string | null
  phone?: string | null
  role?: string | null
  roleId?: string | null
  roleName?: string | null
  shopIds?: string[] | null
  customerId?: string | null
  status?: 'active' | 'disabled' | null
  lastUsedAt?: string | null
  createdAt?: string | null
  version?: number | null
}

export type AuthReadMemberAnswer = {
  id: string
  email?: string | null
  name?: string | null
  phone?: string | null
  role?: string | null
  roleId?: string | null
  roleName?: string | null
  shopIds?: string[] | null
  customerId?: string | null
  status?: 'active' | 'disabled' | null
  lastUsedAt?: string | null
  createdAt?: string | null
  version?: number | null
}

export type AuthUpdateMemberBody = {
  role?: string
  roleId?: string
  shopIds?: string[]
  customerId?: string
  status?: 'active' | 'disabled'
  version?: number
}

export type AuthUpdateMemberAnswer = {
  id: string
  email?: string | null
  name?: string | null
  phone?: string | null
  role?: string | null
  roleId?: string | null
  roleName?: string | null
  shopIds?: string[] | null
  customerId?: string | null
  status?: 'active' | 'disabled' | null
  lastUsedAt?: string | null
  createdAt?: string | null
  version?: number | null
}

export type AuthRemoveMemberAnswer = {
  id: string
}

export type AuthCreateInvitationBody = {
  email: string
  role?: string
  roleId?: string
  shopIds?: string[]
  customerId?: string
}

export type AuthCreateInvitationAnswer = {
  id: string
  email?: string | null
  role?: string | null
  roleId?: string | null
  shopIds?: string[] | null
  status?: 'waiting' | 'accepted' | 'withdrawn' | 'expired' | null
  invitedBy?: string | null
  createdAt?: string | null
  expiresAt?: string | null
}

export type AuthListInvitationsAnswer = {
  id: string
  email?: string | null
  role?: string | null
  roleId?: string | null
  shopIds?: string[] | null
  status?: 'waiting' | 'accepted' | 'withdrawn' | 'expired' | null
  invitedBy?: string | null
  createdAt?: string | null
  expiresAt?: string | null
}

export type AuthResendInvitationBody = Record<string, never>

export type AuthResendInvitationAnswer = {
  id: string
}

export type AuthWithdrawInvitationAnswer = {
  id: string
}

export type AuthAcceptInvitationBody = {
  token: string
  name?: string
  password?: string
}

export type AuthAcceptInvitationAnswer = {
  companyId?: string | null
  accepted?: boolean | null
}

export type AuthCreateApiKeyBody = {
  name: string
  scopes: string[]
  expiresAt?: string
}

export type AuthCreateApiKeyAnswer = {
  id: string
  name?: string | null
  prefix?: string | null
  scopes: string[]
  madeBy?: string | null
  createdAt?: string | null
  expiresAt?: string | null
  lastUsedAt?: string | null
  revokedAt?: string | null
  key?: string | null
}

export type AuthListApiKeysAnswer = {
  id: string
  name?: string | null
  prefix?: string | null
  scopes: string[]
  madeBy?: string | null
  createdAt?: string | null
  expiresAt?: string | null
  lastUsedAt?: string | null
  revokedAt?: string | null
}

export type AuthRevokeApiKeyAnswer = {
  id: string
}

export type AuthListRolesAnswer = {
  id?: string | null
  name: string
  builtIn: boolean
  grants: Record<string, unknown>
  version: number
}

export type AuthCreateRoleBody = {
  name: string
  grants: {
    permission: string
    scope: 'company' | 'shop' | 'own'
  }[]
}

export type AuthCreateRoleAnswer = {
  id?: string | null
  name: string
  builtIn: boolean
  grants: Record<string, unknown>
  version: number
}

export type AuthUpdateRoleBody = {
  name?: string
  grants?: {
    permission: string
    scope: 'company' | 'shop' | 'own'
  }[]
  version?: number
}

export type AuthUpdateRoleAnswer = {
  id?: string | null
  name: string
  builtIn: boolean
  grants: Record<string, unknown>
  version: number
}

export type AuthDeleteRoleAnswer = {
  id: string
}

export type AuthListPermissionsAnswer = {
  permission: string
  label: string
  resource: string
  right: 'create' | 'read' | 'update' | 'delete' | 'do'
  module: string
  entity?: string | null
  entityLabel?: string | null
  reaches: string[]
  reach?: string | null
}

export interface AuthRoutes {
  /** Takes a registration and sends a link that proves the address. With the slug of a company one becomes its customer. The answer is the same for a known address; its owner gets another mail. `auth.register`, public. */
  'POST /auth/register': {
    params: never
    query: never
    body: AuthRegisterBody
    answer: AuthRegisterAnswer
    isList: false
    refuses: 'VALIDATION_FAILED' | 'PASSWORD_COMPROMISED' | 'REFERENCE_NOT_FOUND' | 'RATE_LIMITED' | 'OVERLOADED'
  }
  /** Opens the account whose link was sent to its mailbox. The link works once. `auth.verifyEmail`, public. */
  'POST /auth/email/verify': {
    params: never
    query: never
    body: AuthVerifyEmailBody
    answer: AuthVerifyEmailAnswer
    isList: false
    refuses: 'TOKEN_USED'
  }
  /** Answers an access and a refresh token (or a page token), or a challenge where the second step is on. `auth.login`, public. */
  'POST /auth/login': {
    params: never
    query: never
    body: AuthLoginBody
    answer: AuthLoginAnswer
    isList: false
    refuses: 'CREDENTIALS_INVALID' | 'ACCOUNT_DISABLED' | 'COMPANY_INACTIVE' | 'TENANT_MISMATCH' | 'RATE_LIMITED' | 'OVERLOADED' | 'VALIDATION_FAILED'
  }
  /** Finishes a sign-in with a code of the app or a recovery code. `auth.finishLogin`, public. */
  'POST /auth/login/mfa': {
    params: never
    query: never
    body: AuthFinishLoginBody
    answer: AuthFinishLoginAnswer
    isList: false
    refuses: 'MFA_CODE_INVALID' | 'TOKEN_USED' | 'RATE_LIMITED' | 'ACCOUNT_DISABLED' | 'COMPANY_INACTIVE'
  }
  /** Answers new tokens for a refresh token, which works once. A second use ends the session. `auth.refreshToken`, public. */
  'POST /auth/refresh-token': {
    params: never
    query: never
    body: AuthRefreshTokenBody
    answer: AuthRefreshTokenAnswer
    isList: false
    refuses: 'TOKEN_INVALID' | 'TOKEN_REUSED' | 'SESSION_REVOKED' | 'COMPANY_INACTIVE'
  }
  /** Ends the session of the access token, or that of the refresh token where the access token has expired. `auth.logout`, public. */
  'POST /auth/logout': {
    params: never
    query: never
    body: AuthLogoutBody
    answer: AuthLogoutAnswer
    isList: false
    refuses: 'UNAUTHENTICATED'
  }
  /** Begins a session in another company of yours and ends the present one. `auth.switchCompany`, signed-in. */
  'POST /auth/switch-company': {
    params: never
    query: never
    body: AuthSwitchCompanyBody
    answer: AuthSwitchCompanyAnswer
    isList: false
    refuses: 'TENANT_MISMATCH' | 'ACCOUNT_DISABLED' | 'COMPANY_INACTIVE'
  }
  /** Says who the token or key belongs to and what it may do now. `auth.verify`, signed-in. */
  'GET /auth/verify': {
    params: never
    query: never
    body: never
    answer: AuthVerifyAnswer
    isList: false
    refuses: never
  }
  /** Answers who you are and which companies you belong to. `auth.readProfile`, signed-in. */
  'GET /auth/profile': {
    params: never
    query: never
    body: never
    answer: AuthReadProfileAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Changes your name, phone, language, theme or time zone: what is named. An empty phone or zone is removed. `auth.updateProfile`, signed-in. */
  'PUT /auth/profile': {
    params: never
    query: never
    body: AuthUpdateProfileBody
    answer: AuthUpdateProfileAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED'
  }
  /** Changes your password. Your other sessions end. `auth.changePassword`, signed-in. */
  'POST /auth/change-password': {
    params: never
    query: never
    body: AuthChangePasswordBody
    answer: AuthChangePasswordAnswer
    isList: false
    refuses: 'PASSWORD_WRONG' | 'PASSWORD_COMPROMISED' | 'VALIDATION_FAILED' | 'RATE_LIMITED' | 'OVERLOADED'
  }
  /** Sends a link for a new password, if somebody has an account with this address. The answer is the same if not. `auth.forgotPassword`, public. */
  'POST /auth/password/forgot': {
    params: never
    query: never
    body: AuthForgotPasswordBody
    answer: AuthForgotPasswordAnswer
    isList: false
    refuses: 'RATE_LIMITED' | 'VALIDATION_FAILED'
  }
  /** Sets a new password with the link that was sent. The link works once, and every session ends. `auth.resetPassword`, public. */
  'POST /auth/password/reset': {
    params: never
    query: never
    body: AuthResetPasswordBody
    answer: AuthResetPasswordAnswer
    isList: false
    refuses: 'TOKEN_USED' | 'PASSWORD_COMPROMISED' | 'VALIDATION_FAILED' | 'OVERLOADED'
  }
  /** Makes a secret for an authenticator app. It counts from the first code on: see confirm. `auth.enableSecondStep`, signed-in. */
  'POST /auth/mfa/enable': {
    params: never
    query: never
    body: AuthEnableSecondStepBody
    answer: AuthEnableSecondStepAnswer
    isList: false
    refuses: 'PASSWORD_WRONG' | 'MFA_ALREADY_ENABLED' | 'RATE_LIMITED' | 'OVERLOADED'
  }
  /** Turns the second step on with a first code of the app, and answers the recovery codes. `auth.confirmSecondStep`, signed-in. */
  'POST /auth/mfa/confirm': {
    params: never
    query: never
    body: AuthConfirmSecondStepBody
    answer: AuthConfirmSecondStepAnswer
    isList: false
    refuses: 'MFA_CODE_INVALID' | 'MFA_ALREADY_ENABLED' | 'RATE_LIMITED'
  }
  /** Turns the second step off. Needs the password and a code. `auth.disableSecondStep`, signed-in. */
  'POST /auth/mfa/disable': {
    params: never
    query: never
    body: AuthDisableSecondStepBody
    answer: AuthDisableSecondStepAnswer
    isList: false
    refuses: 'PASSWORD_WRONG' | 'MFA_CODE_INVALID' | 'MFA_NOT_ENABLED' | 'RATE_LIMITED' | 'OVERLOADED'
  }
  /** Answers ten new recovery codes; the old ones stop working. `auth.newRecoveryCodes`, signed-in. */
  'POST /auth/mfa/recovery-codes': {
    params: never
    query: never
    body: AuthNewRecoveryCodesBody
    answer: AuthNewRecoveryCodesAnswer
    isList: false
    refuses: 'MFA_CODE_INVALID' | 'MFA_NOT_ENABLED' | 'RATE_LIMITED'
  }
  /** Lists the sessions in which you are signed in, the one used last first. `auth.listSessions`, signed-in. */
  'GET /auth/sessions': {
    params: never
    query: {
      page?: number
      limit?: number
    }
    body: never
    answer: AuthListSessionsAnswer
    isList: true
    refuses: never
  }
  /** Ends one of your sessions; its tokens stop working at once. `auth.endSession`, signed-in. */
  'DELETE /auth/sessions/:id': {
    params: { id: string }
    query: never
    body: never
    answer: AuthEndSessionAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists the people of the company, by name. `auth.listMembers`, permission `auth.user.read`. */
  'GET /users': {
    params: never
    query: {
      page?: number
      limit?: number
      q?: string
      role?: string
      status?: 'active' | 'disabled'
    }
    body: never
    answer: AuthListMembersAnswer
    isList: true
    refuses: never
  }
  /** Reads one person of the company. `auth.readMember`, permission `auth.user.read`. */
  'GET /users/:id': {
    params: { id: string }
    query: never
    body: never
    answer: AuthReadMemberAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Changes the role, shops or status of a person of the company. Their tokens are refreshed with the new rights. `auth.updateMember`, permission `auth.user.update`. */
  'PATCH /users/:id': {
    params: { id: string }
    query: never
    body: AuthUpdateMemberBody
    answer: AuthUpdateMemberAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ROLE_NOT_ASSIGNABLE' | 'REFERENCE_NOT_FOUND' | 'LAST_ADMIN'
  }
  /** Ends the membership of a person: their sessions end. The record stays, and can be made active again. `auth.removeMember`, permission `auth.user.delete`. */
  'DELETE /users/:id': {
    params: { id: string }
    query: never
    body: never
    answer: AuthRemoveMemberAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'ROLE_NOT_ASSIGNABLE' | 'LAST_ADMIN'
  }
  /** Sends an invitation by mail. Nobody can invite to more rights than they hold. `auth.createInvitation`, permission `auth.user.create`. */
  'POST /auth/invitations': {
    params: never
    query: never
    body: AuthCreateInvitationBody
    answer: AuthCreateInvitationAnswer
    isList: false
    refuses: 'VALIDATION_FAILED' | 'ROLE_NOT_ASSIGNABLE' | 'REFERENCE_NOT_FOUND' | 'RATE_LIMITED'
  }
  'POST /users': AuthRoutes['POST /auth/invitations']
  /** Lists the invitations of the company, the newest first. `auth.listInvitations`, permission `auth.user.read`. */
  'GET /auth/invitations': {
    params: never
    query: {
      page?: number
      limit?: number
    }
    body: never
    answer: AuthListInvitationsAnswer
    isList: true
    refuses: never
  }
  /** Sends a waiting invitation again, with a new link; the old link stops working. `auth.resendInvitation`, permission `auth.user.create`. */
  'POST /auth/invitations/:id/resend': {
    params: { id: string }
    query: never
    body: AuthResendInvitationBody
    answer: AuthResendInvitationAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'RATE_LIMITED'
  }
  /** Makes an invitation that is still waiting useless. `auth.withdrawInvitation`, permission `auth.user.delete`. */
  'DELETE /auth/invitations/:id': {
    params: { id: string }
    query: never
    body: never
    answer: AuthWithdrawInvitationAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Makes one a member of the company. Who has no account yet gives a name and a password; who is signed in must be the one invited. The link works once. `auth.acceptInvitation`, public. */
  'POST /auth/invitations/accept': {
    params: never
    query: never
    body: AuthAcceptInvitationBody
    answer: AuthAcceptInvitationAnswer
    isList: false
    refuses: 'TOKEN_USED' | 'INVITE_MISMATCH' | 'VALIDATION_FAILED' | 'PASSWORD_COMPROMISED' | 'OVERLOADED'
  }
  /** Makes a key and answers it this once. Its scopes are permissions that you hold. `auth.createApiKey`, permission `auth.apiKey.create`. */
  'POST /auth/api-keys': {
    params: never
    query: never
    body: AuthCreateApiKeyBody
    answer: AuthCreateApiKeyAnswer
    isList: false
    refuses: 'VALIDATION_FAILED' | 'ROLE_NOT_ASSIGNABLE' | 'FORBIDDEN'
  }
  /** Lists the keys of the company, the newest first, without their secrets. `auth.listApiKeys`, permission `auth.apiKey.read`. */
  'GET /auth/api-keys': {
    params: never
    query: {
      page?: number
      limit?: number
    }
    body: never
    answer: AuthListApiKeysAnswer
    isList: true
    refuses: never
  }
  /** Revokes a key; calls with it are refused from now on. `auth.revokeApiKey`, permission `auth.apiKey.delete`. */
  'DELETE /auth/api-keys/:id': {
    params: { id: string }
    query: never
    body: never
    answer: AuthRevokeApiKeyAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists the built-in roles with what each may do, and the roles of the company. `auth.listRoles`, permission `auth.role.read`. */
  'GET /auth/roles': {
    params: never
    query: never
    body: never
    answer: AuthListRolesAnswer
    isList: true
    refuses: never
  }
  /** Makes a role of the company, with permissions that you hold yourself. `auth.createRole`, permission `auth.role.create`. */
  'POST /auth/roles': {
    params: never
    query: never
    body: AuthCreateRoleBody
    answer: AuthCreateRoleAnswer
    isList: false
    refuses: 'VALIDATION_FAILED' | 'ROLE_NOT_ASSIGNABLE' | 'ALREADY_EXISTS'
  }
  /** Changes the name or the permissions of a role of the company. Its members get new tokens. `auth.updateRole`, permission `auth.role.update`. */
  'PATCH /auth/roles/:id': {
    params: { id: string }
    query: never
    body: AuthUpdateRoleBody
    answer: AuthUpdateRoleAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED' | 'ROLE_NOT_ASSIGNABLE' | 'ALREADY_EXISTS' | 'VERSION_CONFLICT'
  }
  /** Removes a role of the company that nobody has. `auth.deleteRole`, permission `auth.role.delete`. */
  'DELETE /auth/roles/:id': {
    params: { id: string }
    query: never
    body: never
    answer: AuthDeleteRoleAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'ROLE_NOT_ASSIGNABLE' | 'IN_USE'
  }
  /** Lists everything that can be permitted, for roles and API keys. `auth.listPermissions`, signed-in. */
  'GET /auth/permissions': {
    params: never
    query: never
    body: never
    answer: AuthListPermissionsAnswer
    isList: true
    refuses: never
  }
}
