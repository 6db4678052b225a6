/** The database's door. */
export { type Database, type DatabaseOptions, type Finish, openDatabase } from './db/database.ts'
export { asRefusal } from './db/errors.ts'
export { type Gate, gate } from './db/gate.ts'
export { wireTypes } from './db/lane.ts'
export { type MigrationFolder, migrate, platformMigrations, readMigrations, schemaMark } from './db/migrate.ts'
export { ensureRoles, roleUrl } from './db/roles.ts'
