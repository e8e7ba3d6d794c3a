package app.marquee.home;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DecadeChartTest {

	@Test
	void lightsAllLampsOfTheFullestDecadeAndOneAtLeastOfEveryOther() {
		DecadeChart chart = DecadeChart.of(List.of(new CatalogueFacts.Decade(1980, 1),
				new CatalogueFacts.Decade(1990, 1000), new CatalogueFacts.Decade(2000, 500)));

		assertThat(chart.columns()).extracting(DecadeChart.Column::lit).containsExactly(132, 6, 76);
	}

	@Test
	void leadsToTheFilmsOfADecade() {
		assertThat(DecadeChart.of(List.of(new CatalogueFacts.Decade(1990, 6))).columns().get(0).href())
			.isEqualTo("/films?decade=1990");
	}

	@Test
	void isEmptyWhileThereAreNoFilms() {
		assertThat(DecadeChart.of(List.of()).columns()).isEmpty();
	}

}
