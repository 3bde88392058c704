// Plays the one sound that the queue asks for until a person has acknowledged. A browser that blocks
// audio before the first click is shown as such; the first click or key anywhere unlocks it.

import { useCallback, useEffect, useRef, useState } from 'react';
import { useQuery } from '../api/use-query.ts';
import { useAccount } from '../app/seat.tsx';
import { may } from '../parts/room/may.ts';
import { REPEAT_MS, RHYTHMS, soundFor } from './rhythm.ts';
import type { SoundKind } from './rhythm.ts';

export interface SoundControl {
  readonly state: 'ready' | 'blocked';
  readonly play: (kind: SoundKind) => void;
  /** Plays the sound of a new report, and unlocks audio on the way. */
  readonly test: () => void;
}

export function useSound(): SoundControl {
  const { roles } = useAccount();
  const context = useRef<AudioContext>(undefined);
  const [state, setState] = useState<SoundControl['state']>('blocked');
  const rows = useQuery('getQueue', {}, { enabled: may(roles, 'queue.read') }).data?.rows;
  const kind = rows === undefined ? undefined : soundFor(rows);

  const unlock = useCallback(async () => {
    context.current ??= new AudioContext();
    await context.current.resume().catch(() => undefined);
    setState(context.current.state === 'running' ? 'ready' : 'blocked');
  }, []);
  const play = useCallback((next: SoundKind) => {
    void unlock().then(() => context.current?.state === 'running' && playRound(context.current, next));
  }, [unlock]);

  useEffect(() => {
    if (typeof AudioContext === 'undefined') return undefined;
    context.current ??= new AudioContext();
    setState(context.current.state === 'running' ? 'ready' : 'blocked');
    const onGesture = () => void unlock();
    window.addEventListener('pointerdown', onGesture);
    window.addEventListener('keydown', onGesture);
    return () => {
      window.removeEventListener('pointerdown', onGesture);
      window.removeEventListener('keydown', onGesture);
    };
  }, [unlock]);

  useEffect(() => {
    if (kind === undefined || state !== 'ready') return undefined;
    const round = () => context.current !== undefined && playRound(context.current, kind);
    round();
    const timer = setInterval(round, REPEAT_MS[kind]);
    return () => clearInterval(timer);
  }, [kind, state]);

  return { state, play, test: () => play('new') };
}

function playRound(context: AudioContext, kind: SoundKind): void {
  for (const { startS, lengthS, frequencyHz } of RHYTHMS[kind]) {
    const at = context.currentTime + 0.02 + startS;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequencyHz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + EDGE_S);
    gain.gain.setValueAtTime(LOUDNESS, at + lengthS - EDGE_S);
    gain.gain.linearRampToValueAtTime(0, at + lengthS);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + lengthS);
  }
}

/** Peak of each beat against full scale. */
const LOUDNESS = 0.25;
/** Soft edge so that a beat does not click, s. */
const EDGE_S = 0.015;
