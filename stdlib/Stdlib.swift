/// The files of the standard library.
public enum Stdlib {}
