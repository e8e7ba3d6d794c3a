package app.marquee.provenance;

import java.util.List;

import org.springframework.stereotype.Component;

/** The sources of the catalogue. */
@Component
public class Sources {

	private final SourceRecords records;

	Sources(SourceRecords records) {
		this.records = records;
	}

	/** All of them, those with most records first. */
	public List<Source> all() {
		return this.records.all();
	}

}
