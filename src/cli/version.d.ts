/** Set when the command is bundled. */
declare const REMIT_VERSION: string;
