// musl asks the architecture for faster forms here; the same bits everywhere want none.
