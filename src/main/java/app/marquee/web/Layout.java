package app.marquee.web;

import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what {@code _layout.html} needs. */
@ControllerAdvice
class Layout {

	private final Assets assets;

	private final MarqueeSettings settings;

	Layout(Assets assets, MarqueeSettings settings) {
		this.assets = assets;
		this.settings = settings;
	}

	@ModelAttribute
	void addTo(Model model) {
		model.addAllAttributes(attributes());
	}

	Map<String, String> attributes() {
		return Map.of("stylesheet", this.assets.stylesheet(), "icon", this.assets.icon(), "script",
				this.assets.script(), "baseUrl", this.settings.baseUrl().toString());
	}

}
