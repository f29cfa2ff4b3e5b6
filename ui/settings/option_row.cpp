// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/option_row.h"

#include "core/option_table.h"
#include "ui/settings/option_store.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace signalbox {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString unitText(const OptionDescriptor &option)
{
    switch (option.unit) {
    case OptionUnit::Bytes:
        return OptionRow::tr("A size such as 4096, 64KiB or 1MiB");
    case OptionUnit::Time:
        return OptionRow::tr("A time such as 30, 30s, 250ms or 2min");
    case OptionUnit::None:
    case OptionUnit::Count:
        break;
    }
    return {};
}

} // namespace

OptionRow::OptionRow(const OptionDescriptor &option, OptionStore &store, const Theme &theme,
                     QWidget *parent)
    : QWidget(parent)
    , m_option(option)
    , m_store(store)
    , m_theme(theme)
    , m_name(plainLabel(QString::fromLatin1(option.name), this))
    , m_help(plainLabel(optionHelp(option), this))
    , m_effect(plainLabel({}, this))
    , m_note(plainLabel({}, this))
    , m_reset(new QToolButton(this))
    , m_editor(makeEditor())
{
    m_editor->setObjectName(QString::fromLatin1(option.name));
    m_editor->setAccessibleName(QString::fromLatin1(option.name));
    m_editor->setAccessibleDescription(optionHelp(option));
    m_editor->setToolTip(unitText(option));
    m_name->setBuddy(m_editor);
    m_note->setAccessibleName(tr("Notice about %1").arg(QLatin1StringView(option.name)));
    m_note->hide();
    m_reset->setFocusPolicy(Qt::StrongFocus);
    m_reset->setText(tr("Reset"));
    m_reset->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(QLatin1StringView(option.name)));
    arrange();
    connect(m_reset, &QToolButton::clicked, this,
            [this] { change(OptionStore::defaultText(m_option)); });
    connect(&store, &OptionStore::changed, this, &OptionRow::showValue);
    connect(&store, &OptionStore::answered, this,
            [this](const QString &name, bool accepted, const QString &sentence) {
                if (name == QLatin1StringView(m_option.name))
                    showNote(sentence, !accepted);
            });
    connect(&theme, &Theme::changed, this, &OptionRow::applyTheme);
    applyTheme();
    showValue();
}

QWidget *OptionRow::makeEditor()
{
    if (isSwitch(m_option))
        return makeSwitch();
    if (!optionChoices(m_option).isEmpty())
        return makeChoice();
    return m_option.unit == OptionUnit::Count ? makeNumber() : makeLine();
}

QWidget *OptionRow::makeSwitch()
{
    auto *box = new QCheckBox(tr("on"), this);
    connect(box, &QCheckBox::toggled, this,
            [this](bool on) { change(on ? QStringLiteral("true") : QStringLiteral("false")); });
    return box;
}

QWidget *OptionRow::makeChoice()
{
    auto *box = new QComboBox(this);
    box->addItems(optionChoices(m_option));
    box->installEventFilter(this);
    connect(box, &QComboBox::currentTextChanged, this, &OptionRow::change);
    return box;
}

QWidget *OptionRow::makeNumber()
{
    auto *box = new QSpinBox(this);
    box->setRange(int(m_option.minimum), int(m_option.maximum));
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(m_option.maximum > 65'535);
    box->installEventFilter(this);
    connect(box, &QSpinBox::valueChanged, this,
            [this](int value) { change(QString::number(value)); });
    return box;
}

QWidget *OptionRow::makeLine()
{
    auto *line = new QLineEdit(this);
    connect(line, &QLineEdit::editingFinished, this, [this, line] { change(line->text()); });
    return line;
}

void OptionRow::arrange()
{
    auto *value = new QHBoxLayout;
    value->setSpacing(spacing::Medium);
    value->addWidget(m_editor);
    value->addWidget(m_reset);
    value->addStretch();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, spacing::Medium, 0, spacing::Medium);
    layout->setHorizontalSpacing(spacing::Page);
    layout->setVerticalSpacing(spacing::Small);
    layout->addWidget(m_name, 0, 0, Qt::AlignVCenter);
    layout->addLayout(value, 0, 1);
    layout->addWidget(m_help, 1, 0, Qt::AlignTop);
    layout->addWidget(m_effect, 1, 1, Qt::AlignTop);
    layout->addWidget(m_note, 2, 1);
    layout->setColumnStretch(1, 1);
    m_effect->setWordWrap(true);
    setTabOrder(m_editor, m_reset);
}

void OptionRow::setColumnWidths(int name, int editor)
{
    m_name->setFixedWidth(name);
    m_help->setFixedWidth(name);
    m_editor->setFixedWidth(editor);
}

void OptionRow::applyTheme()
{
    QFont bold = m_theme.uiFont();
    bold.setBold(true);
    m_name->setFont(bold);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.color(ColorRole::Muted));
    for (QLabel *label : {m_help, m_effect}) {
        label->setFont(m_theme.captionFont());
        label->setPalette(muted);
    }
    m_note->setFont(m_theme.captionFont());
    m_reset->setIcon(m_theme.icon(QStringLiteral("refresh")));
    if (qobject_cast<QLineEdit *>(m_editor) || qobject_cast<QSpinBox *>(m_editor))
        m_editor->setFont(m_theme.fixedFont());
    showNote(m_note->text(), m_noteIsError);
}

bool OptionRow::matches(const QString &search) const
{
    const QString whole = QStringList{QString::fromLatin1(m_option.name),
                                      QStringLiteral("--") + commandLineName(m_option),
                                      m_help->text(), m_store.text(m_option)}
                              .join(u' ');
    const auto words = search.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&whole](const QString &word) { return whole.contains(word, Qt::CaseInsensitive); });
}

bool OptionRow::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the page; it must not change a value under the pointer.
    if (event->type() == QEvent::Wheel && !m_editor->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void OptionRow::change(const QString &text)
{
    showNote({}, false);
    if (const auto changed = m_store.change(m_option, text); !changed)
        showNote(changed.error().message, true);
    else
        showValue();
}

void OptionRow::showValue()
{
    const QString text = m_store.text(m_option);
    const QSignalBlocker blocker(m_editor);
    if (auto *box = qobject_cast<QCheckBox *>(m_editor))
        box->setChecked(text == u"true");
    else if (auto *choice = qobject_cast<QComboBox *>(m_editor))
        choice->setCurrentText(text);
    else if (auto *number = qobject_cast<QSpinBox *>(m_editor))
        number->setValue(text.toInt());
    else if (auto *line = qobject_cast<QLineEdit *>(m_editor); line && !m_noteIsError)
        line->setText(text);
    const bool isDefault = m_store.isDefault(m_option);
    const QString standard = OptionStore::wordFor(OptionStore::defaultText(m_option));
    m_reset->setEnabled(!isDefault || m_noteIsError);
    m_reset->setToolTip(isDefault ? tr("It has its default") : tr("Back to %1").arg(standard));
    QStringList effect{tr("Default: %1").arg(standard)};
    effect += m_store.sourceText(m_option);
    effect += m_store.effectText(m_option);
    effect.removeAll(QString());
    m_effect->setText(effect.join(QStringLiteral(" · ")));
}

void OptionRow::showNote(const QString &sentence, bool isError)
{
    m_noteIsError = isError;
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_theme.color(isError ? ColorRole::Danger : ColorRole::Ok));
    m_note->setPalette(colors);
    m_reset->setEnabled(isError || !m_store.isDefault(m_option));
}

} // namespace signalbox
