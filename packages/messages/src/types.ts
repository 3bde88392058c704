// What a sentence is. Plain text with {param} placeholders; an error tells three things:
// what happened, what it means for the decision at hand, what to do next.

export interface ErrorMessage {
  readonly happened: string;
  readonly means: string;
  readonly next: string;
}

export type Message = string | ErrorMessage;
export type Messages = Readonly<Record<string, Message>>;
export type Locale = 'zh-CN' | 'en';
