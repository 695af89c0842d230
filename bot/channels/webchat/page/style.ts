/** The look. Every pair of text and background has a contrast of at least 4.5:1, every border that carries meaning 3:1 (WCAG 2.1, 1.4.3 and 1.4.11). */

const ink = '#1b2b33';
const accent = '#0b5568';
const accentDark = '#073c4a';
const paper = '#ffffff';
const wash = '#eef4f5';
const line = '#c5d3d7';
const muted = '#4f6069';

export const styleOptions = {
  accent,
  subtle: muted,
  backgroundColor: paper,
  primaryFont: "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontSizeSmall: '85%',
  rootHeight: '100%',
  bubbleBackground: wash,
  bubbleBorderColor: wash,
  bubbleBorderRadius: 12,
  bubbleTextColor: ink,
  bubbleMaxWidth: 560,
  bubbleMinWidth: 0,
  bubbleFromUserBackground: accent,
  bubbleFromUserBorderColor: accent,
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserTextColor: paper,
  hideUploadButton: true,
  // Off: what somebody types is sent as it is.
  emojiSet: {},
  sendBoxHeight: 52,
  sendBoxTextWrap: true,
  sendBoxTextColor: ink,
  sendBoxPlaceholderColor: muted,
  sendBoxBorderTop: `solid 1px ${line}`,
  sendBoxButtonColor: accent,
  sendBoxButtonColorOnHover: accentDark,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: ink,
  sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
  suggestedActionLayout: 'flow',
  suggestedActionHeight: '2.5rem',
  // Of the choices.
  paddingWide: 14,
  suggestedActionBorderColor: accent,
  suggestedActionBorderWidth: 1,
  suggestedActionBorderRadius: '1.25rem',
  suggestedActionTextColor: accent,
  suggestedActionBackgroundColorOnHover: wash,
  suggestedActionBackgroundColorOnFocus: wash,
  suggestedActionKeyboardFocusIndicatorBorderColor: ink,
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
  suggestedActionKeyboardFocusIndicatorBorderRadius: 17,
  suggestedActionKeyboardFocusIndicatorInset: 2,
  // Beyond this they scroll, so that a narrow screen still shows what they answer.
  suggestedActionsFlowMaxHeight: 'min(32vh, 18rem)',
  // As long as Web Chat waits for a message to get through.
  typingAnimationDuration: 20_000,
  timestampColor: muted,
  transcriptActivityVisualKeyboardIndicatorColor: ink,
} as const;
