namespace Livelihood.Content.Recipes;

/// <summary>
/// The few expressions a recipe may hold, written as in Orchard Core: <c>[js: uuid()]</c>, <c>[js: variables('x')]</c>,
/// <c>[file:text('pages/guide.md')]</c>. There is no script engine behind it: a call of a known function with
/// string literals or further calls as arguments, and nothing else.
/// </summary>
public sealed record RecipeExpression(string Function, IReadOnlyList<object> Arguments)
{
    private static readonly string[] Prefixes = ["js:", "javascript:", "file:"];

    /// <summary>True where the text is meant as an expression; any other text in brackets is just text.</summary>
    public static bool IsExpression(string text)
        => text.StartsWith('[') && text.EndsWith(']')
            && Array.Exists(Prefixes, p => text.AsSpan(1).TrimStart().StartsWith(p, StringComparison.Ordinal));

    /// <summary>Parses the text between the brackets.</summary>
    /// <exception cref="FormatException">It is more than a call; the message is Chinese and says what is allowed.</exception>
    public static RecipeExpression Parse(string text)
    {
        var inner = text[1..^1].Trim();
        var prefix = Array.Find(Prefixes, p => inner.StartsWith(p, StringComparison.Ordinal))
            ?? throw new FormatException("不是表达式。");
        var body = inner[prefix.Length..].Trim();

        // The one idiom of Orchard Core's own recipes that is no plain call.
        if (body is "new Date().toISOString()" or "Date().toISOString()")
        {
            return new RecipeExpression("now", []);
        }

        var parser = new Parser(body.TrimEnd(';').TrimEnd());
        var call = parser.Call();
        parser.End();
        return prefix == "file:" ? call with { Function = "file:" + call.Function } : call;
    }

    private sealed class Parser(string text)
    {
        private int _at;

        public RecipeExpression Call()
        {
            SkipSpace();
            var start = _at;
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
            {
                _at++;
            }

            var name = text[start.._at];
            if (name.Length == 0 || !Take('('))
            {
                throw Refused();
            }

            var arguments = new List<object>();
            if (!Take(')'))
            {
                do
                {
                    arguments.Add(Argument());
                }
                while (Take(','));

                if (!Take(')'))
                {
                    throw Refused();
                }
            }

            return new RecipeExpression(name, arguments);
        }

        public void End()
        {
            SkipSpace();
            if (_at != text.Length)
            {
                throw Refused();
            }
        }

        private object Argument()
        {
            SkipSpace();
            if (_at < text.Length && text[_at] is '\'' or '"')
            {
                var quote = text[_at];
                var close = text.IndexOf(quote, _at + 1);
                if (close < 0 || text.AsSpan(_at, close - _at).Contains('\\'))
                {
                    throw Refused();
                }

                var literal = text[(_at + 1)..close];
                _at = close + 1;
                return literal;
            }

            return Call();
        }

        private bool Take(char expected)
        {
            SkipSpace();
            if (_at < text.Length && text[_at] == expected)
            {
                _at++;
                return true;
            }

            return false;
        }

        private void SkipSpace()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
        }

        private FormatException Refused() => new($"表达式“{text}”不能执行：这里没有脚本引擎，只能调用 {RecipeFunctions.Known}。");
    }
}
