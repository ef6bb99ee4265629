#pragma once

// Swift cannot call variadic functions, and el_set, el_get and history are: each use has its wrapper here.

#if __has_include(<histedit.h>)
#include <histedit.h>
#else
#error "libedit is missing. Debian, Ubuntu: sudo apt-get install libedit-dev. macOS: brew install libedit."
#endif

#include <sys/ioctl.h>

typedef unsigned char (*cle_command)(EditLine *, int);
typedef char *(*cle_prompt)(EditLine *);

/// What marks the start and the end of an escape sequence in a prompt; never the prompt's last character.
static const char cle_prompt_mark = '\1';

static inline void cle_set_object(EditLine *editor, void *object) { el_set(editor, EL_CLIENTDATA, object); }

static inline void *cle_object(EditLine *editor) {
  void *object = NULL;
  el_get(editor, EL_CLIENTDATA, &object);
  return object;
}

static inline void cle_set_prompt(EditLine *editor, cle_prompt prompt) {
  el_set(editor, EL_PROMPT_ESC, prompt, cle_prompt_mark);
}

static inline void cle_set_history(EditLine *editor, History *entries) {
  el_set(editor, EL_HIST, history, entries);
}

static inline void cle_set_reader(EditLine *editor, el_rfunc_t reader) { el_set(editor, EL_GETCFN, reader); }

static inline void cle_use_emacs_keys(EditLine *editor) { el_set(editor, EL_EDITOR, "emacs"); }

static inline void cle_leave_signals_alone(EditLine *editor) { el_set(editor, EL_SIGNAL, 0); }

static inline void cle_add_command(EditLine *editor, const char *name, const char *help, cle_command command) {
  el_set(editor, EL_ADDFN, name, help, command);
}

static inline void cle_bind(EditLine *editor, const char *key, const char *command) {
  el_set(editor, EL_BIND, key, command, NULL);
}

/// Raw mode for editing (1), or the mode that the terminal was found in (0).
static inline void cle_prepare_terminal(EditLine *editor, int raw) { el_set(editor, EL_PREP_TERM, raw); }

static inline void cle_refresh(EditLine *editor) { el_set(editor, EL_REFRESH); }

static inline void cle_history_prepare(History *entries, int size) {
  HistEvent event;
  history(entries, &event, H_SETSIZE, size);
  history(entries, &event, H_SETUNIQUE, 1);
}

static inline void cle_history_add(History *entries, const char *text) {
  HistEvent event;
  history(entries, &event, H_ENTER, text);
}

static inline int cle_history_load(History *entries, const char *path) {
  HistEvent event;
  return history(entries, &event, H_LOAD, path);
}

static inline int cle_history_save(History *entries, const char *path) {
  HistEvent event;
  return history(entries, &event, H_SAVE, path);
}

/// The number of columns of a terminal, 0 when it is unknown.
static inline int cle_terminal_width(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static inline int cle_terminal_height(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}
