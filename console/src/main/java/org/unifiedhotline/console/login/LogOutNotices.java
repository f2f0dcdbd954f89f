package org.unifiedhotline.console.login;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.problems.ProblemException;

/** Takes the provider's word that somebody logged out there, or was: OpenID Connect Back-Channel Logout 1.0. */
@RestController
class LogOutNotices {
    private final JwtDecoder notices;
    private final EndedLogins ended;

    LogOutNotices(JwtDecoder notices, EndedLogins ended) {
        this.notices = notices;
        this.ended = ended;
    }

    @PostMapping("/logout/back-channel")
    ResponseEntity<Void> loggedOut(@RequestParam("logout_token") String token) {
        try {
            Jwt notice = notices.decode(token);
            Object session = notice.getClaim("sid");
            ended.end(
                    session instanceof String id
                            ? EndedLogins.PROVIDER_SESSION + id
                            : EndedLogins.SUBJECT + notice.getSubject());
        } catch (JwtException forged) {
            throw ProblemException.badRequest("That is no notice of the provider.");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }
}
