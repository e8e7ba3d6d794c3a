package app.marquee.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page what {@code _layout.html} needs. */
@ControllerAdvice
class Layout implements HandlerInterceptor {

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

	/**
	 * Whatever stands between us and a visitor may begin with the stylesheet before it
	 * has the page (103, Early Hints).
	 */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && page.getModel().containsKey("head")) {
			response.setHeader(HttpHeaders.LINK, "<" + this.assets.stylesheet() + ">; rel=preload; as=style");
		}
	}

	Map<String, String> attributes() {
		return Map.of("stylesheet", this.assets.stylesheet(), "icon", this.assets.icon(), "script",
				this.assets.script(), "baseUrl", this.settings.baseUrl());
	}

}
