/** What becomes of a file on somebody else's server once it is kept here. `move` needs `moveTo`. */
export type AfterTaking = 'leave' | 'move' | 'delete';

/** A folder of this machine or of a network drive. Plain files directly in it are taken; folders below it are not entered. */
export type FolderTransport = {
  readonly kind: 'folder';
  readonly path: string;
  /** Where taken files go, in a folder a day; default `done` below `path`. */
  readonly done?: string;
  /** Where refused files go, each with its reason beside it; default `errors` below `path`. */
  readonly errors?: string;
  /** How long a file must stay as it is before it counts as written; default 1. */
  readonly settleSeconds?: number;
};

/** An address of HTTP or HTTPS that is asked again and again. */
export type HttpTransport = {
  readonly kind: 'http';
  readonly url: string;
  /** Sent with each request to the address's own host, such as a key. Values may be secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly password?: string;
  /** `items`: the address answers with a list (a feed, or a NewsML index), and each document that it links to on the same host is fetched. */
  readonly follow?: 'items';
} & Trust;

/** A mailbox. Messages without the flag \Seen are taken; then they are flagged, moved or deleted. */
export type ImapTransport = {
  readonly kind: 'imap';
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte (993). False: STARTTLS wherever the server has it. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly mailbox: string;
  readonly then: 'seen' | 'move' | 'delete';
  readonly moveTo?: string;
} & Trust;

/** A folder on an FTP server. */
export type FtpTransport = {
  readonly kind: 'ftp';
  readonly host: string;
  readonly port: number;
  /** `explicit`: AUTH TLS on the usual port. `implicit`: TLS from the first byte (990). */
  readonly secure: false | 'explicit' | 'implicit';
  readonly user: string;
  readonly password: string;
} & RemoteFolder &
  Trust;

/** A folder on an SSH server. Sign-in is by password or by private key. */
export type SftpTransport = {
  readonly kind: 'sftp';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  /** The text of a private key (OpenSSH or PEM, without a passphrase). A secret. */
  readonly privateKey?: string;
  /** `SHA256:…` as `ssh-keygen -lf` shows it. Without it, or with another, nothing is sent to the server. */
  readonly hostFingerprint: string;
} & RemoteFolder;

/** Nothing is fetched: the agency posts to us. */
export type PushTransport = { readonly kind: 'push' };

/** Where a remote folder is and what is taken from it. */
export type RemoteFolder = {
  readonly path: string;
  readonly then: AfterTaking;
  readonly moveTo?: string;
  /** Which names are taken, such as `*.xml`: `*` is any letters, `?` one; capitals do not count. Default: all. */
  readonly pattern?: string;
  /** How long a file must keep its size before it counts as written; default 5. */
  readonly settleSeconds?: number;
};

type Trust = {
  /** The certificate (PEM) of an authority to trust besides the public ones, for agencies with their own. */
  readonly certificate?: string;
};

/** How a source's copy comes. Secrets are in it as they are: it never goes into a log, an error or the store. */
export type Transport = FolderTransport | HttpTransport | ImapTransport | FtpTransport | SftpTransport | PushTransport;
