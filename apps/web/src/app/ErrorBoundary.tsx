// A screen that breaks says so in its own place; the rest of the desk keeps working.

import type { ReactNode } from 'react';
import { Component } from 'react';
import type { ApiError } from '../api/api-error.ts';
import { toApiError } from '../api/api-error.ts';
import { ErrorBox } from '../parts/ErrorBox.tsx';

interface Props { readonly children: ReactNode; readonly page?: boolean }

export class ErrorBoundary extends Component<Props, { readonly error: ApiError | undefined }> {
  override state = { error: undefined as ApiError | undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: toApiError(error) };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorBox error={this.state.error} onRetry={() => this.setState({ error: undefined })} page={this.props.page ?? false} />;
  }
}
