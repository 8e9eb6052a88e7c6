"""Signing in and what a person keeps of their own: password, second factor, sessions.

Owns pages under /dang-nhap/ and /tai-khoan/. Tries, waits and sessions are `ocop.domain.accounts`'s.
"""
