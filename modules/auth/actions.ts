/** Every verb of auth, for the manifest. */
import { acceptInvitation } from './invitation/accept.actions.ts'
import {
  createInvitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from './invitation/invitation.actions.ts'
import { createKey, listKeys, revokeKey } from './key/key.actions.ts'
import { listMembers, readMember, removeMember, updateMember } from './member/member.actions.ts'
import { createRole, deleteRole, updateRole } from './role/role.actions.ts'
import { listPermissions, listRoles } from './role/role.queries.ts'
import { refreshToken } from './session/refresh.actions.ts'
import { endSession, listSessions, logout, verify } from './session/session.actions.ts'
import { login } from './session/sign-in.actions.ts'
import { switchCompany } from './session/switch-company.actions.ts'
import { changePassword, forgotPassword, resetPassword } from './user/password.actions.ts'
import { readProfile, updateProfile } from './user/profile.actions.ts'
import { register, verifyEmail } from './user/registration.actions.ts'
import {
  confirmSecondStep,
  disableSecondStep,
  enableSecondStep,
  finishLogin,
  newRecoveryCodes,
} from './user/second-step.actions.ts'

export const authActions = [
  ...[register, verifyEmail, login, finishLogin, refreshToken, logout, switchCompany, verify],
  ...[readProfile, updateProfile, changePassword, forgotPassword, resetPassword],
  ...[enableSecondStep, confirmSecondStep, disableSecondStep, newRecoveryCodes],
  ...[listSessions, endSession],
  ...[listMembers, readMember, updateMember, removeMember],
  ...[createInvitation, listInvitations, resendInvitation, withdrawInvitation, acceptInvitation],
  ...[createKey, listKeys, revokeKey],
  ...[listRoles, createRole, updateRole, deleteRole, listPermissions],
]
