// Sentences of the AIS doors.
import type { Messages } from '../types.ts';

export const ais = {
  AIS_SENTENCE_MALFORMED: {
    happened: 'A line is not an AIS sentence, or its fields do not fit together.',
    means: 'The line was counted and not used.',
    next: 'If it happens often, check cable, baud rate and the gateway.',
  },
  AIS_SENTENCE_OTHER: {
    happened: 'A line is a sentence of another kind than AIS reports.',
    means: 'The line was counted and not used.',
    next: 'Nothing needs doing; a receiver may send its own position too.',
  },
  AIS_CHECKSUM_WRONG: {
    happened: 'The checksum of a sentence does not match.',
    means: 'The sentence was damaged on the way and not used.',
    next: 'If it happens often, check the radio, the cable and the gateway.',
  },
  AIS_LINE_TOO_LONG: {
    happened: 'A line has no end within the permitted length.',
    means: 'It was dropped up to the next line end and counted.',
    next: 'Check that the sender really sends AIS sentences.',
  },
  AIS_PART_MISSING: {
    happened: 'A part of a message in several sentences never came.',
    means: 'The message was given up and counted.',
    next: 'Some loss is usual on the air; much of it points at the network.',
  },
  AIS_TYPE_UNSUPPORTED: {
    happened: 'The message is of a type that is not used here.',
    means: 'It was counted and not used.',
    next: 'Nothing needs doing.',
  },
  AIS_MESSAGE_SHORT: {
    happened: 'A message is shorter than its type requires.',
    means: 'It was counted and not used.',
    next: 'If one ship sends many, its transponder is at fault.',
  },
  AIS_MMSI_IMPOSSIBLE: {
    happened: 'The MMSI of a message is not a nine-digit number.',
    means: 'The ship cannot be told apart from others, so the message was not used.',
    next: 'The transponder of that ship is not set up; the coast station can call it.',
  },
  AIS_POSITION_IMPOSSIBLE: {
    happened: 'A message gives a position that is not on the globe.',
    means: 'It was counted and not used.',
    next: 'If one ship sends many, its positioning is at fault or being disturbed.',
  },
  AIS_TIME_IMPOSSIBLE: {
    happened: 'The time of a sentence lies in the future.',
    means: 'It was counted and not used, so that no position looks fresher than it is.',
    next: 'Set the clock of the receiver or gateway.',
  },
  AIS_CONNECTIONS_FULL: {
    happened: 'There are already {limitCount} connections to this AIS door.',
    means: 'The new connection was closed.',
    next: 'Close unused receivers, or raise the limit.',
  },
  AIS_CONNECTION_SILENT: {
    happened: 'A connection has not sent one sentence with a right checksum.',
    means: 'It was closed and counted; its place is free for a receiver.',
    next: 'If it is a receiver, check what it puts out; it may connect again when it has something to say.',
  },
  AIS_DATAGRAMS_DROPPED: {
    happened: 'UDP datagrams came faster than they could be read; the kernel dropped some.',
    means: 'The ship positions in them did not arrive; they were counted by the counter of the kernel.',
    next: 'Use TCP, or raise the limit of the receive buffer (net.core.rmem_max).',
  },
  AIS_DATAGRAM_LOSS_UNKNOWN: {
    happened: "The kernel's count of dropped UDP datagrams cannot be read.",
    means: 'Datagrams may be lost without being counted.',
    next: 'Use TCP for what matters; on Linux, see that /proc/net/udp can be read.',
  },
  AIS_STORE_FAILED: {
    happened: 'Ship positions could not be stored ({detail}).',
    means: 'They were counted as lost.',
    next: 'Look at the state of the database.',
  },
  AIS_PORT_UNAVAILABLE: {
    happened: 'Port {port} cannot be opened ({detail}).',
    means: 'This AIS door is closed.',
    next: 'Choose another port or stop the program that uses it.',
  },
  AIS_FILE_UNREADABLE: {
    happened: 'The file {path} cannot be read ({detail}).',
    means: 'Nothing was played.',
    next: 'Check path and rights.',
  },
} as const satisfies Messages;
