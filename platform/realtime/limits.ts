/** How much of this process one client may take, and how long it is waited for. */
export const limits = {
  /** Topics that one socket watches. */
  topics: 100,
  /** Bytes of one message from a client. A hundred topics are about nine thousand. */
  messageBytes: 32_768,
  /** Packets from one client at once, and each second after that. */
  burst: 120,
  perSecond: 20,
  /** Bytes a second from one client, whatever they are. */
  inBytesPerSecond: 131_072,
  /** Bytes that wait for a client for longer than a second, and at any moment. */
  waitingBytes: 262_144,
  waitingBytesMax: 2_097_152,
  /** Sockets of one person or key, and of all on one process. */
  socketsOfOne: 200,
  sockets: 20_000,
  /** People named of those who look at a record. */
  presence: 20,
  /** A connection without a good credential ends after this. */
  greetingMs: 5_000,
  /** How often rights are looked up again; felt within five seconds with what it takes. */
  rightsMs: 4_000,
  /** How long a client that is to go may take to read why. */
  farewellMs: 1_000,
  /** How long to wait for events that another process has told already. */
  aheadMs: 2_000,
} as const
