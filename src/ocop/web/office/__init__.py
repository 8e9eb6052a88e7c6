"""Pages for people at work in the programme's offices: communes, provinces, the ministry."""
